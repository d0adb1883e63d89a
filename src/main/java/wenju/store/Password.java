package wenju.store;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What somebody signs in with. Long rather than colourful (<a href="https://pages.nist.gov/800-63-4/sp800-63b.html">NIST SP
 * 800-63B</a> §3.1.1): no rule on kinds of characters, no expiry. Composed alike however it was typed (NFC).
 */
public final class Password {
    /** Characters. */
    public static final int MIN_LENGTH = 12;

    /** Characters; nobody types more, and hashing has a price. */
    public static final int MAX_LENGTH = 128;

    /** None that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int RANDOM_LENGTH = 20;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private Password(String text) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** What somebody typed to sign in; any text. */
    public static Password typed(String text) {
        return new Password(text);
    }

    /**
     * What somebody chose.
     *
     * @param name of the account
     * @throws UnsuitableException when it is too short, too long, one character again and again, or made of the name
     */
    public static Password chosen(String text, String name) {
        var password = new Password(text);
        if (text.length() < MIN_LENGTH) {
            throw new UnsuitableException("口令至少 " + MIN_LENGTH + " 个字符");
        }
        if (text.length() > MAX_LENGTH) {
            throw new UnsuitableException("口令至多 " + MAX_LENGTH + " 个字符");
        }
        if (text.toLowerCase(Locale.ROOT).replace(name, "").length() < MIN_LENGTH / 2) {
            throw new UnsuitableException("口令不能由用户名构成");
        }
        if (text.chars().distinct().count() < GROUP) {
            throw new UnsuitableException("口令里不同的字符太少");
        }
        return password;
    }

    /** A hundred random bits, easy to read out: {@code k7mpq-…}, to be shown once. */
    public static Password random() {
        var text = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Password(text.toString());
    }

    /** The password itself. */
    public String reveal() {
        return text;
    }

    /** Without the password, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "…";
    }

    /** A password that nobody should have; the message is Chinese, for whoever chose it. */
    public static final class UnsuitableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnsuitableException(String message) {
            super(message, null, false, false);
        }
    }
}
