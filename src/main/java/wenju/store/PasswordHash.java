package wenju.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: {@code pbkdf2-sha256$600000$salt$hash}, PBKDF2 with HMAC-SHA-256 (RFC 8018) of the JDK, 128 random
 * bits of salt, the two last in base64. Takes some tenths of a second by design: for worker threads only.
 *
 * @param iterations as many as the <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP cheat sheet</a> asks for when
 *     the hash was made
 */
record PasswordHash(int iterations, String salt, String hash) {
    static final int ITERATIONS = 600_000;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String NAME = "pbkdf2-sha256";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of a new password. */
    static PasswordHash of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new PasswordHash(ITERATIONS, encoded(salt), encoded(derive(password, salt, ITERATIONS)));
    }

    /** Which no password opens, at the same price: for names that nobody has. */
    static PasswordHash ofNobody() {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BITS / Byte.SIZE];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(hash);
        return new PasswordHash(ITERATIONS, encoded(salt), encoded(hash));
    }

    /** Reads what {@link #text} wrote. @throws IllegalArgumentException for anything else */
    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(NAME)) {
            throw new IllegalArgumentException("not a hash of ours");
        }
        return new PasswordHash(Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    /** Whether it is the hash of this password; as slow when it is not. */
    boolean fits(String password) {
        Base64.Decoder decoder = Base64.getDecoder();
        return MessageDigest.isEqual(decoder.decode(hash), derive(password, decoder.decode(salt), iterations));
    }

    String text() {
        return String.join("$", NAME, Integer.toString(iterations), salt, hash);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Without salt and hash, so that they cannot slip into a log. */
    @Override
    public String toString() {
        return NAME + "$" + iterations + "$…";
    }
}
