package wenju.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes back for a question. */
public sealed interface Answer {

    /** The stand-alone question that was searched, after corrections and history. */
    String understoodAs();

    /** What was searched instead of what was typed; empty when the question was taken as it is. */
    List<Correction> corrections();

    /** What could be asked next, or instead. */
    List<String> suggestions();

    /** Why it was answered or not; null unless asked for. */
    @Nullable
    Verdict verdict();

    /**
     * Why a question was answered, or left unanswered.
     *
     * @param chance that any notice answers, 0 to 1
     * @param threshold of {@code chance}, below which nothing is shown
     * @param reasons what {@code chance} is made of, what counts most first; one without share or points where a rule decides
     */
    record Verdict(double chance, double threshold, List<Excerpt.Reason> reasons) {
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * The notices say something.
     *
     * @param approved what editors wrote for this kind of question; null when they wrote nothing
     * @param excerpts best first, at least one
     */
    record Answered(
            String understoodAs,
            List<Correction> corrections,
            @Nullable Approval approved,
            List<Excerpt> excerpts,
            List<String> suggestions,
            @Nullable Verdict verdict)
            implements Answer {
        /** Without what editors wrote. */
        public Answered(
                String understoodAs,
                List<Correction> corrections,
                List<Excerpt> excerpts,
                List<String> suggestions,
                @Nullable Verdict verdict) {
            this(understoodAs, corrections, null, excerpts, suggestions, verdict);
        }

        /** To a question that was taken as it is, without a verdict. */
        public Answered(String understoodAs, List<Excerpt> excerpts, List<String> suggestions) {
            this(understoodAs, List.of(), excerpts, suggestions, null);
        }

        /** Without a verdict. */
        public Answered(
                String understoodAs, List<Correction> corrections, List<Excerpt> excerpts, List<String> suggestions) {
            this(understoodAs, corrections, excerpts, suggestions, null);
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
    record Unanswered(
            String understoodAs,
            List<Correction> corrections,
            List<String> suggestions,
            @Nullable Verdict verdict) implements Answer {
        /** To a question that was taken as it is, without a verdict. */
        public Unanswered(String understoodAs, List<String> suggestions) {
            this(understoodAs, List.of(), suggestions, null);
        }

        public Unanswered {
            corrections = List.copyOf(corrections);
            suggestions = List.copyOf(suggestions);
        }
    }
}
