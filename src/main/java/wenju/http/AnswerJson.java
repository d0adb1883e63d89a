package wenju.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.answer.Answer;
import wenju.answer.Approval;
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ApprovedJson approved,
        List<ExcerptJson> excerpts,
        List<String> suggestions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExplanationJson explanation,
        long millis) {

    /** Why it was answered or not; absent unless asked for. */
    record ExplanationJson(double chance, double threshold, List<ReasonJson> reasons) {
        static @Nullable ExplanationJson of(Answer.@Nullable Verdict verdict) {
            return verdict == null
                    ? null
                    : new ExplanationJson(
                            rounded(verdict.chance()), rounded(verdict.threshold()), ReasonJson.of(verdict.reasons()));
        }
    }

    record ReasonJson(String what, double share, double points) {
        static List<ReasonJson> of(List<Excerpt.Reason> reasons) {
            return reasons.stream()
                    .map(reason -> new ReasonJson(reason.what(), rounded(reason.share()), rounded(reason.points())))
                    .toList();
        }
    }

    /** No more digits than were measured. */
    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    /** @param citations of the clauses that carry it */
    record ApprovedJson(
            String id, String text, LocalDate approvedOn, LocalDate reviewOn, List<CitationJson> citations) {
        static ApprovedJson of(Approval approval) {
            return new ApprovedJson(
                    approval.id(),
                    approval.text(),
                    approval.approvedOn(),
                    approval.reviewOn(),
                    approval.citations().stream().map(CitationJson::of).toList());
        }
    }

    /** @param clause where the cited passage stands in the text; as {@code highlights}, {@code [start, end)} in UTF-16 units */
    record ExcerptJson(
            int rank,
            double confidence,
            String text,
            boolean complete,
            int[] clause,
            List<int[]> highlights,
            CitationJson citation,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ReasonJson> reasons) {
        static ExcerptJson of(Excerpt excerpt) {
            return new ExcerptJson(
                    excerpt.rank(),
                    rounded(excerpt.confidence()),
                    excerpt.text(),
                    excerpt.complete(),
                    bounds(excerpt.clause()),
                    excerpt.highlights().stream().map(ExcerptJson::bounds).toList(),
                    CitationJson.of(excerpt.citation()),
                    ReasonJson.of(excerpt.reasons()));
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
        Approval approval = reply.answer() instanceof Answer.Answered answered ? answered.approved() : null;
        return new AnswerJson(
                reply.id(),
                reply.question().text(),
                reply.answer().understoodAs(),
                reply.answer().corrections(),
                reply.outcome(),
                approval == null ? null : ApprovedJson.of(approval),
                excerpts.stream().map(ExcerptJson::of).toList(),
                reply.answer().suggestions(),
                ExplanationJson.of(reply.answer().verdict()),
                reply.millis());
    }
}
