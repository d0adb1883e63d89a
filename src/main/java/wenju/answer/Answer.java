package wenju.answer;

import java.util.List;

/** What comes back for a question. */
public sealed interface Answer {

    /** The stand-alone question that was searched, after corrections and history. */
    String understoodAs();

    /** What was searched instead of what was typed; empty when the question was taken as it is. */
    List<Correction> corrections();

    /** What could be asked next, or instead. */
    List<String> suggestions();

    /**
     * The notices say something.
     *
     * @param excerpts best first, at least one
     */
    record Answered(String understoodAs, List<Correction> corrections, List<Excerpt> excerpts, List<String> suggestions)
            implements Answer {
        /** To a question that was taken as it is. */
        public Answered(String understoodAs, List<Excerpt> excerpts, List<String> suggestions) {
            this(understoodAs, List.of(), excerpts, suggestions);
        }

        public Answered {
            corrections = List.copyOf(corrections);
            excerpts = List.copyOf(excerpts);
            suggestions = List.copyOf(suggestions);
            if (excerpts.isEmpty()) {
                throw new IllegalArgumentException("an answer without excerpts is unanswered");
            }
        }
    }

    /** The notices do not say. */
    record Unanswered(String understoodAs, List<Correction> corrections, List<String> suggestions) implements Answer {
        /** To a question that was taken as it is. */
        public Unanswered(String understoodAs, List<String> suggestions) {
            this(understoodAs, List.of(), suggestions);
        }

        public Unanswered {
            corrections = List.copyOf(corrections);
            suggestions = List.copyOf(suggestions);
        }
    }
}
