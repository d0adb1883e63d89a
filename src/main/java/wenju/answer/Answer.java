package wenju.answer;

import java.util.List;

/** What comes back for a question. */
public sealed interface Answer {

    /** The stand-alone question that was searched, after corrections and history. */
    String understoodAs();

    /** What could be asked next, or instead. */
    List<String> suggestions();

    /**
     * The notices say something.
     *
     * @param excerpts best first, at least one
     */
    record Answered(String understoodAs, List<Excerpt> excerpts, List<String> suggestions) implements Answer {
        public Answered {
            excerpts = List.copyOf(excerpts);
            suggestions = List.copyOf(suggestions);
            if (excerpts.isEmpty()) {
                throw new IllegalArgumentException("an answer without excerpts is unanswered");
            }
        }
    }

    /** The notices do not say. */
    record Unanswered(String understoodAs, List<String> suggestions) implements Answer {
        public Unanswered {
            suggestions = List.copyOf(suggestions);
        }
    }
}
