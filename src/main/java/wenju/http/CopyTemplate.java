package wenju.http;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How the desk copies a clause with its source.
 *
 * @param text with a place in braces for each of {@link #PLACES}: <code>{text}（{title} {locator}）</code>; empty = the plain way
 */
public record CopyTemplate(String text) {
    /** The words that may stand in braces. */
    public static final Set<String> PLACES =
            Set.of("text", "title", "documentNumber", "locator", "issuer", "validity", "date");

    // Before the first instance, which needs it.
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

    /** Text, source, address and day of retrieval, as citizens copy it. */
    public static final CopyTemplate PLAIN = new CopyTemplate("");

    /** @throws IllegalArgumentException with the unknown places as its message */
    public CopyTemplate {
        var unknown = new TreeSet<String>();
        PLACE.matcher(text).results().map(place -> place.group(1)).forEach(unknown::add);
        unknown.removeAll(PLACES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("{" + String.join("}{", unknown) + "}");
        }
    }
}
