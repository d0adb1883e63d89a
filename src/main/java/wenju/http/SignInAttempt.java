package wenju.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser keeps between being sent to the identity provider and coming back, in a cookie of a few minutes, so that no node
 * has to: three random texts of 256 bits.
 *
 * @param state comes back in the address; what did not begin in this browser has another
 * @param nonce comes back in the ID token
 * @param verifier proves that whoever began redeems the code (PKCE)
 * @param next address of the desk to go on to
 */
record SignInAttempt(String state, String nonce, String verifier, String next) {
    private static final Pattern FORM = Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]*)");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SignInAttempt to(String next) {
        return new SignInAttempt(random(), random(), random(), next);
    }

    /** Reads {@link #text}; empty for anything else. */
    static Optional<SignInAttempt> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new SignInAttempt(
                        parts.group(1),
                        parts.group(2),
                        parts.group(3),
                        new String(Base64.getUrlDecoder().decode(parts.group(4)), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** For a cookie. */
    String text() {
        return String.join(".", state, nonce, verifier, encoded(next.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the provider is told of the verifier. */
    String challenge() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
