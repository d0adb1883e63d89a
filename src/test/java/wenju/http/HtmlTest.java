package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static wenju.http.Html.el;
import static wenju.http.Html.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
    @Test
    void text_isEscapedEverywhere() {
        assertEquals(
                "<p title=\"&quot;&#39;&gt;&lt;b&gt;\">5 &lt; 6 &amp; <em>&lt;b&gt;</em></p>",
                el("p", text("5 < 6 & "), el("em", "<b>"))
                        .with("title", "\"'><b>")
                        .render());
    }

    @Test
    void voidElement_hasNoEnd() {
        assertEquals("<br>", el("br").render());
        assertThrows(IllegalArgumentException.class, () -> el("br", "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style"})
    void rawElement_holdsNoText(String tag) {
        assertThrows(IllegalArgumentException.class, () -> el(tag, "alert(1)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//elsewhere.example", "https://elsewhere.example", "data:text/html,x", ""
            })
    void address_thatLeadsOut_isRefused(String address) {
        assertThrows(IllegalArgumentException.class, () -> el("a", "x").with("href", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick=x ", "a b", "A", ""})
    void name_thatIsNoName_isRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> el(name));
        assertThrows(IllegalArgumentException.class, () -> el("p").with(name, "x"));
    }
}
