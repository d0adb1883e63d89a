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
 * What a signed-in browser holds in its cookie: 256 random bits in base64url. Kept by its digest only, one round of SHA-256 for
 * the reason given at {@link KeySecret}.
 */
public final class SessionToken {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private SessionToken(String text) {
        this.text = text;
    }

    /** A new one. */
    public static SessionToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What a browser sent; empty when it cannot be a token of ours. */
    public static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** SHA-256 in hexadecimal. */
    public String digest() {
        return HexFormat.of().formatHex(sha256(text));
    }

    /**
     * What our own pages, and nobody else's, can send along with a request: another digest of the token, so that it is bound to
     * the session, needs no place of its own, and does not give the token away to whoever reads a page.
     */
    public String csrf() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf " + text));
    }

    /** The token itself, for the cookie. */
    public String reveal() {
        return text;
    }

    /** Without the token, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "…";
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
