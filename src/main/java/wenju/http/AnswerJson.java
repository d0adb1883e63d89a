package wenju.http;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Correction;
import wenju.answer.Excerpt;
import wenju.notice.Citation;

/** {@code Answer} of the contract. */
record AnswerJson(
        String id,
        String question,
        String understoodAs,
        List<Correction> corrections,
        String outcome,
        List<ExcerptJson> excerpts,
        List<String> suggestions,
        long millis) {

    /** @param clause where the cited passage stands in the text; as {@code highlights}, {@code [start, end)} in UTF-16 units */
    record ExcerptJson(
            int rank,
            double confidence,
            String text,
            boolean complete,
            int[] clause,
            List<int[]> highlights,
            CitationJson citation) {
        static ExcerptJson of(Excerpt excerpt) {
            return new ExcerptJson(
                    excerpt.rank(),
                    rounded(excerpt.confidence()),
                    excerpt.text(),
                    excerpt.complete(),
                    bounds(excerpt.clause()),
                    excerpt.highlights().stream().map(ExcerptJson::bounds).toList(),
                    CitationJson.of(excerpt.citation()));
        }

        /** No more digits than were measured. */
        private static double rounded(double confidence) {
            return Math.round(confidence * 1000) / 1000.0;
        }

        private static int[] bounds(Excerpt.Highlight highlight) {
            return new int[] {highlight.start(), highlight.end()};
        }
    }

    record CitationJson(
            String noticeId,
            @Nullable String documentNumber,
            String title,
            String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveOn,
            ValidityJson validity,
            String locator,
            String passageId,
            String url) {
        static CitationJson of(Citation citation) {
            return new CitationJson(
                    citation.noticeId(),
                    citation.documentNumber(),
                    citation.title(),
                    citation.issuer(),
                    citation.issuedOn(),
                    citation.effectiveOn(),
                    ValidityJson.of(citation.validity()),
                    citation.locator(),
                    citation.passageId(),
                    citation.url());
        }
    }

    static AnswerJson of(Reply reply) {
        List<Excerpt> excerpts = switch (reply.answer()) {
            case Answer.Answered answered -> answered.excerpts();
            case Answer.Unanswered unanswered -> List.of();
        };
        return new AnswerJson(
                reply.id(),
                reply.question().text(),
                reply.answer().understoodAs(),
                reply.answer().corrections(),
                reply.outcome(),
                excerpts.stream().map(ExcerptJson::of).toList(),
                reply.answer().suggestions(),
                reply.millis());
    }
}
