package wenju.http;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which other sites may use the service from their pages. Each is an origin: {@code https://www.example.gov.cn}, with a port
 * when it is not the scheme's own.
 *
 * @param origins may fetch from scripts, and so hold the widget
 * @param frames may show our pages in a frame
 */
public record Embedding(List<String> origins, List<String> frames) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?");

    /** Nobody. */
    public static final Embedding NONE = new Embedding(List.of(), List.of());

    public Embedding {
        origins = List.copyOf(origins);
        frames = List.copyOf(frames);
        origins.forEach(Embedding::check);
        frames.forEach(Embedding::check);
    }

    /** Whether a text is an origin: scheme and host in small letters, no path. */
    public static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches();
    }

    private static void check(String origin) {
        if (!isOrigin(origin)) {
            throw new IllegalArgumentException("origin " + origin);
        }
    }
}
