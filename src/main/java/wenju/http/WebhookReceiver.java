package wenju.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Where the operator wants things to be told. Whoever writes the configuration decides what this service may reach; nothing
 * that comes over HTTP can name a receiver.
 *
 * @param url {@code https}, or {@code http} on this machine only
 * @param secrets at least one; with several, each signs, so that a receiver can change over
 */
public record WebhookReceiver(URI url, List<WebhookSecret> secrets) {
    public WebhookReceiver {
        secrets = List.copyOf(secrets);
        if (!isAllowed(url)) {
            throw new IllegalArgumentException("webhook " + url);
        }
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("webhook " + url + " has no secret");
        }
    }

    /** Whether messages may go there: encrypted, or not leaving this machine; without user, password and fragment. */
    public static boolean isAllowed(URI url) {
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            return false;
        }
        return "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isLoopback(url.getHost());
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
