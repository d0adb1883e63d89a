package wenju.http;

import java.util.ArrayList;
import java.util.List;

/**
 * A page's script and style sheets, all under {@code web/}.
 *
 * @param entry the module that the page loads
 * @param modules all that the entry imports at once, directly or not
 * @param sheets in the order of the cascade
 */
record Script(String entry, List<String> modules, List<String> sheets) {
    /** Talks, and shows the reader beside. */
    static final Script CHAT = new Script(
            "/web/chat.js",
            List.of(
                    "/web/copying.js",
                    "/web/dom.js",
                    "/web/memory.js",
                    "/web/privacy.js",
                    "/web/quote.js",
                    "/web/senior.js",
                    "/web/service.js",
                    "/web/speech.js",
                    "/web/texts.js",
                    "/web/texts/en.js",
                    "/web/texts/zh-CN.js",
                    "/web/validity.js",
                    "/web/elements/wenju-answer.js",
                    "/web/elements/wenju-ask.js",
                    "/web/elements/wenju-beside.js",
                    "/web/elements/wenju-conversation.js",
                    "/web/elements/wenju-excerpt.js",
                    "/web/elements/wenju-feedback.js",
                    "/web/elements/wenju-trouble.js"),
            List.of("/web/ink.css", "/web/conversation.css", "/web/page.css"));

    /** Prints, and knows when it is shown beside a conversation. */
    static final Script READER = new Script(
            "/web/reader.js", List.of("/web/senior.js"), List.of("/web/ink.css", "/web/page.css", "/web/reader.css"));

    /** Every element in every state; the elements come when the page is there. */
    static final Script GUIDE = new Script(
            "/web/guide.js",
            List.of("/web/senior.js"),
            List.of("/web/ink.css", "/web/conversation.css", "/web/page.css", "/web/reader.css", "/web/guide.css"));

    /** The desk; each section's module is imported by the one of the desk's own. */
    static Script desk(String entry, String... more) {
        var modules = new ArrayList<>(List.of(
                "/web/desk/desk.js", "/web/desk/texts.js", "/web/desk/texts/en.js", "/web/desk/texts/zh-CN.js"));
        modules.addAll(List.of(more));
        modules.remove(entry);
        return new Script(entry, modules, List.of("/web/ink.css", "/web/page.css", "/web/desk.css"));
    }

    /** The same with one more style sheet, after the others. */
    Script with(String sheet) {
        var more = new ArrayList<>(sheets);
        more.add(sheet);
        return new Script(entry, modules, more);
    }

    public Script {
        modules = List.copyOf(modules);
        sheets = List.copyOf(sheets);
    }
}
