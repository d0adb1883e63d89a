package wenju.answer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wenju.notice.DocumentNumber;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.Candidate;
import wenju.search.Identifiers;

/**
 * What speaks for a candidate being right, as numbers that mean the same for every question.
 *
 * @param unigrams share of the question's single characters, by weight, that title, headings and clause hold; 0 to 1
 * @param bigrams the same for pairs
 * @param unknown share of the question's pairs, by weight, that stand in no passage at all; 0 to 1
 * @param strength score for each unit of the question's weight; around 1
 * @param lead score as a share of the best score among the candidates of other notices; around 1
 * @param votes share of the first ten candidates that belong to the same notice; 0 to 1
 * @param named whose document number the question names
 * @param rank from 1
 */
record Evidence(
        double unigrams,
        double bigrams,
        double unknown,
        double strength,
        double lead,
        double votes,
        Named named,
        int rank) {
    private static final int VOTERS = 10;

    /** What a document number in the question has to do with a candidate. */
    enum Named {
        /** The question names no document number. */
        NOT_AT_ALL,
        /** It is the notice's own, or stands in the clause. */
        THIS,
        /** Only others are named. */
        ANOTHER
    }

    static Evidence of(Ranked one, int rank, List<Ranked> ranked, Inquiry inquiry, Weights weights) {
        Candidate candidate = one.candidate();
        Weights.Coverage coverage = weights.coverage(searched(candidate));
        double rival = ranked.stream()
                .filter(other -> !sameNotice(other, one))
                .mapToDouble(Ranked::score)
                .findFirst()
                .orElse(one.score() / 2);
        List<Ranked> first = ranked.subList(0, Math.min(VOTERS, ranked.size()));
        double votes =
                (double) first.stream().filter(other -> sameNotice(other, one)).count() / VOTERS;
        double whole = weights.whole();
        return new Evidence(
                coverage.unigrams(),
                coverage.bigrams(),
                weights.unknownShare(),
                whole == 0 ? 0 : candidate.score() / whole,
                rival == 0 ? 1 : one.score() / rival,
                votes,
                named(candidate, inquiry),
                rank);
    }

    private static boolean sameNotice(Ranked one, Ranked other) {
        return one.candidate().head().id().equals(other.candidate().head().id());
    }

    private static Named named(Candidate candidate, Inquiry inquiry) {
        Set<String> asked = Identifiers.of(inquiry.asked()).documents();
        if (asked.isEmpty()) {
            return Named.NOT_AT_ALL;
        }
        String number = candidate.head().documentNumber();
        String clause = DocumentNumber.key(candidate.passage().text());
        boolean own = number != null
                && Identifiers.keys(new DocumentNumber(number)).stream().anyMatch(asked::contains);
        return own || asked.stream().anyMatch(clause::contains) ? Named.THIS : Named.ANOTHER;
    }

    private static String searched(Candidate candidate) {
        Passage passage = candidate.passage();
        return String.join(
                "\n",
                candidate.head().title(),
                String.join("\n", passage.headings()),
                passage.leadIn(),
                passage.text());
    }

    /**
     * What speaks for the whole notice of the first candidate.
     *
     * @param bigrams share of the question's pairs, by weight, that stand anywhere in the notice; 0 to 1
     * @param words share of the question's words that stand anywhere in the notice; 0 to 1
     * @param known share of the question's words that stand in any passage of any notice; 0 to 1
     */
    record OfNotice(double bigrams, double words, double known) {
        static OfNotice of(String title, List<Passage> passages, Weights weights) {
            String whole = Analysis.normal(
                    passages.stream().map(Passage::text).collect(Collectors.joining("\n", title + "\n", "")));
            return new OfNotice(weights.bigramsWithin(whole), weights.wordsWithin(whole), weights.knownWords());
        }
    }
}
