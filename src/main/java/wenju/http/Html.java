package wenju.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A piece of a page. Text is text: there is no way to put markup in as a string, so nothing can be forgotten to be escaped.
 *
 * <pre>{@code
 * el("p", "5 < 6").with("class", "sum").render()   gives   <p class="sum">5 &lt; 6</p>
 * }</pre>
 */
sealed interface Html {
    Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta");
    /** Whose content a browser reads by other rules than text; never written here. */
    Set<String> RAW = Set.of("script", "style");

    Set<String> ADDRESSES = Set.of("action", "cite", "href", "src");
    Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    /** Within the service, within the page, or a telephone number; never {@code javascript:} nor another host. */
    Pattern ADDRESS = Pattern.compile("(?:/(?!/)|#|\\?|tel:).*", Pattern.DOTALL);

    /** Text, escaped when it is written. */
    record Text(String text) implements Html {}

    /** Pieces one after the other. */
    record Fragment(List<Html> parts) implements Html {
        public Fragment {
            parts = List.copyOf(parts);
        }
    }

    /** @param value empty for an attribute that counts by being there */
    record Attribute(String name, String value) {
        public Attribute {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("attribute " + name);
            }
            if (ADDRESSES.contains(name) && !ADDRESS.matcher(value).matches()) {
                throw new IllegalArgumentException(name + " leads out of the service");
            }
        }
    }

    /** An element with its attributes in the order given. */
    record Element(String tag, List<Attribute> attributes, List<Html> children) implements Html {
        public Element {
            if (!NAME.matcher(tag).matches()) {
                throw new IllegalArgumentException("element " + tag);
            }
            if (!children.isEmpty() && (VOID.contains(tag) || RAW.contains(tag))) {
                throw new IllegalArgumentException(tag + " holds no text and no elements");
            }
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** The element with one more attribute. */
        Element with(String name, String value) {
            var more = new ArrayList<>(attributes);
            more.add(new Attribute(name, value));
            return new Element(tag, more, children);
        }

        /** The element with one more attribute that counts by being there. */
        Element with(String name) {
            return with(name, "");
        }

        /** The element with more in it, at the end. */
        Element holding(List<? extends Html> more) {
            var all = new ArrayList<>(children);
            all.addAll(more);
            return new Element(tag, attributes, all);
        }
    }

    static Element el(String tag, Html... children) {
        return new Element(tag, List.of(), List.of(children));
    }

    static Element el(String tag, String text) {
        return el(tag, new Text(text));
    }

    static Element el(String tag, List<? extends Html> children) {
        return new Element(tag, List.of(), List.copyOf(children));
    }

    static Html text(String text) {
        return new Text(text);
    }

    static Html all(List<? extends Html> parts) {
        return new Fragment(List.copyOf(parts));
    }

    static Html all(Html... parts) {
        return all(List.of(parts));
    }

    static Html nothing() {
        return all();
    }

    /** As it is sent. */
    default String render() {
        var out = new StringBuilder();
        write(this, out);
        return out.toString();
    }

    private static void write(Html html, StringBuilder out) {
        switch (html) {
            case Text text -> escape(text.text(), out);
            case Fragment fragment -> fragment.parts().forEach(part -> write(part, out));
            case Element element -> {
                out.append('<').append(element.tag());
                for (Attribute attribute : element.attributes()) {
                    out.append(' ').append(attribute.name()).append("=\"");
                    escape(attribute.value(), out);
                    out.append('"');
                }
                out.append('>');
                element.children().forEach(child -> write(child, out));
                if (!VOID.contains(element.tag())) {
                    out.append("</").append(element.tag()).append('>');
                }
            }
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
