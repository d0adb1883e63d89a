package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.el;
import static wenju.http.Html.nothing;
import static wenju.http.Layout.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wenju.http.Comparison.Fate;
import wenju.http.Comparison.Pair;
import wenju.http.Comparison.Run;
import wenju.notice.Notice;
import wenju.notice.Passage;

/** {@code /notices/{newer}/changes/{older}}: two editions side by side, what differs only. Takes time with long notices. */
final class ComparisonPage {
    private ComparisonPage() {}

    static String of(Visitor visitor, Notice older, Notice newer) {
        Words words = visitor.words();
        return Layout.page(
                visitor,
                words.get("comparison"),
                "comparison",
                Script.READER,
                el(
                                "main",
                                el("h1", words.get("comparison")),
                                el("p", words.get("comparisonLead")).with("class", "lead"),
                                el(
                                                "div",
                                                edition(words.get("older"), words.get("toOld"), older),
                                                edition(words.get("newer"), words.get("toNew"), newer))
                                        .with("class", "editions"),
                                clauses(words, older, newer))
                        .with("id", "main"));
    }

    /** What differs, clause beside clause, and how many clauses do not. */
    static Html clauses(Words words, Notice older, Notice newer) {
        List<Pair> pairs = Comparison.of(older.passages(), newer.passages()).pairs();
        List<Html> changed = pairs.stream()
                .filter(pair -> !pair.same())
                .<Html>map(pair -> row(words, pair))
                .toList();
        long same = pairs.stream().filter(Pair::same).count();
        return all(
                el("div", changed),
                same == 0
                        ? nothing()
                        : el("p", words.get("comparisonSame", same)).with("class", "lead"));
    }

    private static Html edition(String label, String link, Notice notice) {
        return el(
                "section",
                el("h2", label),
                quoted("p", notice.name()),
                el("p", el("a", link).with("href", "/notices/" + notice.id())));
    }

    /** A clause that only one edition has is shown as it stands: the empty place beside it tells enough. */
    private static Html row(Words words, Pair pair) {
        Passage older = pair.older();
        Passage newer = pair.newer();
        List<Run> changes = older == null || newer == null
                ? List.of(new Run(Fate.KEPT, (older == null ? Objects.requireNonNull(newer) : older).text()))
                : Comparison.changes(older.text(), newer.text());
        return el(
                        "div",
                        side(words, older, changes, Fate.ADDED, "onlyNew"),
                        side(words, newer, changes, Fate.REMOVED, "onlyOld"))
                .with("class", "editions change");
    }

    /** One edition's text: all runs but those that belong to the other. */
    private static Html side(Words words, @Nullable Passage passage, List<Run> changes, Fate others, String absent) {
        if (passage == null) {
            return el("p", words.get(absent)).with("class", "absent");
        }
        var parts = new ArrayList<Html>();
        for (Run run : changes) {
            if (run.fate() == Fate.KEPT) {
                parts.add(Html.text(run.text()));
            } else if (run.fate() != others) {
                parts.add(el(run.fate() == Fate.ADDED ? "ins" : "del", run.text()));
            }
        }
        return el("div", parts).with("class", "side").with("lang", "zh-CN");
    }
}
