package wenju.http;

import io.vertx.ext.web.RoutingContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wenju.answer.Correction;
import wenju.answer.Findings;
import wenju.answer.Question;
import wenju.notice.Validity;

/** {@code POST /api/v1/desk/search}: clauses for whoever answers a caller. By POST, for callers' words belong in no address. */
final class DeskSearchApi {
    static final int PAGE = 20;

    private static final Pattern PHRASE = Pattern.compile("[“”„\"＂]([^“”„\"＂]+)[“”„\"＂]");
    private static final Pattern QUOTATION_MARK = Pattern.compile("[“”„\"＂]");

    private final BoundedAsking asking;
    private final Collaborators collaborators;

    DeskSearchApi(BoundedAsking asking, Collaborators collaborators) {
        this.asking = asking;
        this.collaborators = collaborators;
    }

    /** @param offset of the first clause wanted; 0 when absent */
    record SearchRequest(
            String query,
            AskRequest.@Nullable FilterRequest filters,
            @Nullable Integer offset) {}

    record ClauseJson(
            String text,
            List<int[]> highlights,
            String kind,
            String gazette,
            AnswerJson.CitationJson citation,
            List<AnswerJson.ReasonJson> reasons) {
        static ClauseJson of(Findings.Finding found) {
            return new ClauseJson(
                    found.text(),
                    found.highlights().stream()
                            .map(mark -> new int[] {mark.start(), mark.end()})
                            .toList(),
                    found.kind(),
                    found.gazette(),
                    AnswerJson.CitationJson.of(found.citation()),
                    AnswerJson.ReasonJson.of(found.reasons()));
        }
    }

    /** What the clauses found can be narrowed by. */
    record ChoicesJson(
            List<String> years,
            List<String> issuers,
            List<String> kinds,
            List<String> gazettes,
            List<String> statuses) {
        static ChoicesJson of(List<Findings.Finding> clauses) {
            return new ChoicesJson(
                    distinct(
                                    clauses,
                                    found -> found.citation().issuedOn() == null
                                            ? ""
                                            : String.valueOf(
                                                    found.citation().issuedOn().getYear()))
                            .reversed(),
                    distinct(clauses, found -> found.citation().issuer()),
                    distinct(clauses, Findings.Finding::kind),
                    distinct(clauses, Findings.Finding::gazette),
                    Arrays.stream(Validity.Status.values())
                            .filter(status -> clauses.stream()
                                    .anyMatch(
                                            found -> found.citation().validity().status() == status))
                            .map(Validity.Status::code)
                            .toList());
        }

        private static List<String> distinct(
                List<Findings.Finding> clauses, Function<Findings.Finding, String> property) {
            return clauses.stream()
                    .map(property)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    record ResultJson(
            String understoodAs,
            List<Correction> corrections,
            double confidence,
            boolean sure,
            int total,
            @Nullable Integer next,
            ChoicesJson choices,
            List<ClauseJson> clauses) {
        static ResultJson of(Findings found, int offset) {
            int total = found.clauses().size();
            int from = Math.min(offset, total);
            int to = Math.min(from + PAGE, total);
            return new ResultJson(
                    found.understoodAs(),
                    found.corrections(),
                    Math.round(found.chance() * 1000) / 1000.0,
                    found.sure(),
                    total,
                    to < total ? Integer.valueOf(to) : null,
                    ChoicesJson.of(found.clauses()),
                    found.clauses().subList(from, to).stream()
                            .map(ClauseJson::of)
                            .toList());
        }
    }

    void search(RoutingContext ctx) {
        SearchRequest request = Json.read(ctx.body().buffer(), SearchRequest.class);
        String typed =
                Normalizer.normalize(request.query(), Normalizer.Form.NFC).strip();
        List<String> phrases = phrases(typed);
        Question question =
                question(QUOTATION_MARK.matcher(typed).replaceAll(" ").strip(), request, phrases);
        int offset = Objects.requireNonNullElse(request.offset(), 0);
        asking.run(RequestLog.id(ctx), () -> collaborators.looking().find(question, phrases))
                .onSuccess(found -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(ctx, ResultJson.of(found, offset));
                })
                .onFailure(ctx::fail);
    }

    /** What stands in quotation marks, Chinese or straight. */
    static List<String> phrases(String typed) {
        return PHRASE.matcher(typed)
                .results()
                .map(found -> found.group(1).strip())
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** Of one excerpt, by which confidence is told. Who quotes has looked at the spelling. */
    private Question question(String words, SearchRequest request, List<String> phrases) {
        var errors = new ArrayList<FieldError>();
        if (words.isEmpty()) {
            errors.add(FieldError.body("#/query", "不能为空"));
        } else if (words.length() > Question.MAX_LENGTH) {
            errors.add(FieldError.body("#/query", "不能超过 " + Question.MAX_LENGTH + " 个字符"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
        return new AskRequest(words, null, 1, request.filters(), null, !phrases.isEmpty())
                .question(collaborators.today());
    }
}
