package wenju.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an integrator sends to be known: {@code wenju_} and 43 characters of base64url, which are 256 random bits. It is shown
 * once and kept by its digest only. The digest is one round of SHA-256, without salt: slow hashes and salts protect secrets
 * that can be guessed, and 256 random bits cannot; a slow hash would only make every request slow.
 */
public final class KeySecret {
    private static final String PREFIX = "wenju_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private KeySecret(String text) {
        this.text = text;
    }

    /** A new one. */
    public static KeySecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new KeySecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sent; empty when it cannot be a secret of ours. */
    public static Optional<KeySecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new KeySecret(text)) : Optional.empty();
    }

    /** SHA-256 in hexadecimal. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The secret itself, to be shown once. */
    public String reveal() {
        return text;
    }

    /** Without the secret, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
