package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.ApprovedAnswer;
import wenju.notice.Passage;
import wenju.notice.Standing;
import wenju.search.Candidate;
import wenju.search.Filters;
import wenju.search.PassageQuery;
import wenju.store.StoredNotice;

/** {@code /api/v1/desk/clauses}: clauses that an answer may be bound to, by words or by address. */
final class ClausesApi {
    private static final int MOST = 10;

    /** Of a clause, alone or in its address. */
    private static final Pattern PASSAGE_ID = Pattern.compile("(?:^|#)(?<notice>[0-9a-f]{12})-(?<position>\\d{1,6})$");

    private final BoundedAsking asking;
    private final Collaborators collaborators;

    ClausesApi(BoundedAsking asking, Collaborators collaborators) {
        this.asking = asking;
        this.collaborators = collaborators;
    }

    record FoundClauseJson(
            String passageId, String title, String locator, String text, ValidityJson validity, String url) {}

    record FoundClausesJson(List<FoundClauseJson> clauses) {}

    void find(RoutingContext ctx) {
        String wanted = ctx.queryParams().get("q").strip();
        Matcher id = PASSAGE_ID.matcher(wanted);
        (id.find() ? byId(id.group("notice"), Integer.parseInt(id.group("position"))) : byWords(ctx, wanted))
                .onSuccess(clauses -> {
                    ctx.response().putHeader("Cache-Control", "no-store");
                    Body.json(ctx, new FoundClausesJson(clauses));
                })
                .onFailure(ctx::fail);
    }

    private Future<List<FoundClauseJson>> byId(String noticeId, int position) {
        return collaborators
                .notices()
                .find(noticeId)
                .map(found -> found.stream()
                        .filter(stored -> position < stored.notice().passages().size())
                        .map(stored -> clause(stored, stored.notice().passages().get(position)))
                        .toList());
    }

    private Future<List<FoundClauseJson>> byWords(RoutingContext ctx, String words) {
        var query = new PassageQuery(
                List.of(new PassageQuery.Part(words, 1)), Filters.NONE.on(collaborators.today()), MOST);
        return asking.run(
                        RequestLog.id(ctx),
                        () -> collaborators.integrations().searching().search(query))
                .map(found -> found.stream().map(this::clause).toList());
    }

    private FoundClauseJson clause(Candidate candidate) {
        return clause(
                candidate.head().title(), candidate.passage(), candidate.head().standing());
    }

    private FoundClauseJson clause(StoredNotice stored, Passage passage) {
        return clause(stored.notice().title(), passage, stored.standing());
    }

    private FoundClauseJson clause(String title, Passage passage, Standing standing) {
        LocalDate today = collaborators.today();
        String noticeId = passage.id().substring(0, passage.id().lastIndexOf('-'));
        return new FoundClauseJson(
                passage.id(),
                title,
                passage.locator().text(),
                ApprovedAnswer.textOf(passage),
                ValidityJson.of(standing.on(today)),
                "/notices/" + noticeId + "#" + passage.id());
    }
}
