package wenju.answer;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import wenju.notice.Passage;

/**
 * Consecutive passages of a notice with one of them in the middle of attention, as an excerpt shows them.
 *
 * @param text word for word: the passages joined by line ends, the clause's lead-in in front when it stands outside of them
 * @param clause where in {@code text} the clause stands
 * @param complete false when the clause goes on before or after
 * @param first position of the first passage shown
 * @param last position of the last passage shown
 */
record Stretch(String text, Excerpt.Highlight clause, boolean complete, int first, int last) {
    /** Leaves room for a mark or two beside what readers are promised. */
    private static final int WIDTH = Excerpt.MAX_LENGTH - 10;

    /**
     * The clause, widened within its article, then within the section around it, as far as {@value #WIDTH} characters go and
     * never into what {@code taken} says was shown already. What follows comes before what precedes: most excerpts begin with
     * their clause, and only where it nearly closes its section does an earlier one stand in front. On 201 questions over five
     * gazettes widening is worth 3.5 points at 1 and 5 among five.
     *
     * @param passages of the whole notice, by position
     * @param sought finds the place worth showing in a clause too long to be shown whole
     */
    static Stretch around(Passage clause, List<Passage> passages, IntPredicate taken, Sought sought) {
        return clause.text().length() > WIDTH ? within(clause, sought) : widened(clause, passages, taken);
    }

    private static Stretch widened(Passage clause, List<Passage> passages, IntPredicate taken) {
        int room = WIDTH - clause.text().length();
        String leadIn = clause.leadIn().length() < room ? clause.leadIn() : "";
        int first = clause.position();
        int last = clause.position();
        room -= leadIn.isEmpty() ? 0 : leadIn.length() + 1;
        int own = clause.locator().parts().size();
        for (int depth = own; depth >= parent(clause); depth--) {
            while (last + 1 < passages.size() && joins(passages.get(last + 1), clause, depth, room, taken)) {
                last++;
                room -= passages.get(last).text().length() + 1;
            }
        }
        for (int depth = own; depth >= parent(clause); depth--) {
            while (first > 0 && joins(passages.get(first - 1), clause, depth, room, taken)) {
                first--;
                room -= passages.get(first).text().length() + 1;
            }
        }
        List<Passage> shown = passages.subList(first, last + 1);
        String body = shown.stream().map(Passage::text).collect(Collectors.joining("\n"));
        boolean opensItself = leadIn.isEmpty() || body.contains(leadIn);
        String front = opensItself ? "" : leadIn + "\n";
        int start = front.length();
        for (Passage before : passages.subList(first, clause.position())) {
            start += before.text().length() + 1;
        }
        var highlight = new Excerpt.Highlight(start, start + clause.text().length());
        return new Stretch(front + body, highlight, true, first, last);
    }

    private static int parent(Passage clause) {
        return Math.max(0, clause.locator().parts().size() - 1);
    }

    /** Whether a neighbour has the same first {@code depth} marks and headings, is not shown yet, and fits. */
    private static boolean joins(Passage neighbour, Passage clause, int depth, int room, IntPredicate taken) {
        List<String> marks = neighbour.locator().parts();
        return neighbour.text().length() + 1 <= room
                && !taken.test(neighbour.position())
                && marks.size() >= depth
                && marks.subList(0, depth).equals(clause.locator().parts().subList(0, depth))
                && (depth > 0 || neighbour.headings().equals(clause.headings()));
    }

    /** Whole sentences of a long clause around the best one. */
    private static Stretch within(Passage clause, Sought sought) {
        String text = clause.text();
        List<Sentence> sentences = Sentence.of(text);
        int best = 0;
        double most = -1;
        for (int i = 0; i < sentences.size(); i++) {
            double worth = new Match(sought).add(sentences.get(i).units()).worth();
            if (worth > most) {
                most = worth;
                best = i;
            }
        }
        int start = sentences.get(best).place().start();
        int end = Math.min(sentences.get(best).place().end(), start + WIDTH);
        int first = best;
        int last = best;
        boolean grown = true;
        while (grown) {
            grown = false;
            if (last + 1 < sentences.size() && sentences.get(last + 1).place().end() - start <= WIDTH) {
                end = sentences.get(++last).place().end();
                grown = true;
            }
            if (first > 0 && end - sentences.get(first - 1).place().start() <= WIDTH) {
                start = sentences.get(--first).place().start();
                grown = true;
            }
        }
        String shown = text.substring(start, end);
        return new Stretch(
                shown, new Excerpt.Highlight(0, shown.length()), false, clause.position(), clause.position());
    }

    /** The texts of all passages of a notice, joined by line ends. */
    static String whole(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    /**
     * Makes sure that nothing is shown which the notice does not say.
     *
     * @param notice see {@link #whole}
     * @throws IllegalStateException if the text is not, character for character, a part of the notice
     */
    Stretch verified(Passage clause, String notice) {
        String leadIn = clause.leadIn() + "\n";
        boolean verbatim =
                notice.contains(text) || text.startsWith(leadIn) && notice.contains(text.substring(leadIn.length()));
        if (!verbatim || text.length() > Excerpt.MAX_LENGTH) {
            throw new IllegalStateException("excerpt of passage " + clause.id() + " is not a part of its notice");
        }
        return this;
    }
}
