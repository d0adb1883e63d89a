package wenju.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver knows our messages by, as the <a href="https://github.com/standard-webhooks/standard-webhooks">Standard
 * Webhooks</a> write it: {@code whsec_} and 24 to 64 bytes in Base64. Prints as nothing but a name.
 */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when it is none; the message does not repeat it */
    public static WebhookSecret parse(String text) {
        if (text.startsWith(PREFIX)) {
            try {
                byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
                if (key.length >= MIN_BYTES && key.length <= MAX_BYTES) {
                    return new WebhookSecret(key);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the secret is not Base64 after " + PREFIX, e);
            }
        }
        throw new IllegalArgumentException(
                "a secret is " + PREFIX + " and " + MIN_BYTES + " to " + MAX_BYTES + " bytes in Base64");
    }

    /**
     * One signature: {@code v1,} and the HMAC-SHA-256 of id, timestamp and body, joined by full stops, in Base64.
     *
     * @param timestamp of the attempt, in seconds since 1970
     */
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = (id + '.' + timestamp + '.' + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
