package wenju.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wenju.notice.Validity;
import wenju.store.NoticeFilter;
import wenju.store.NoticePage;
import wenju.store.StoredNotice;

/** {@code GET /api/v1/notices} and {@code GET /api/v1/notices/{id}}. */
final class NoticesApi {
    private static final int DEFAULT_LIMIT = 50;

    private final Collaborators collaborators;

    NoticesApi(Collaborators collaborators) {
        this.collaborators = collaborators;
    }

    /** The query has been validated. */
    void list(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        LocalDate today = collaborators.today();
        var filter = new NoticeFilter(
                query.get("issuer"),
                query.get("kind"),
                integer(query.get("year")),
                status(query.get("status")),
                today,
                query.contains("limit") ? Integer.parseInt(query.get("limit")) : DEFAULT_LIMIT,
                query.get("after"));
        collaborators
                .notices()
                .list(filter)
                .onSuccess(page -> send(ctx, list(page, query, today)))
                .onFailure(ctx::fail);
    }

    void get(RoutingContext ctx) {
        collaborators
                .notices()
                .find(ctx.pathParam("id"))
                .map(found -> found.orElseThrow(NoticesApi::unknown))
                .onSuccess(stored -> send(ctx, text(stored)))
                .onFailure(ctx::fail);
    }

    /** What is said of an id that no notice has. */
    static Refusal unknown() {
        return Refusal.of(ProblemType.NOTICE_NOT_FOUND, "没有收录这件文件。");
    }

    private NoticeJson.TextJson text(StoredNotice stored) {
        return NoticeJson.TextJson.of(stored, collaborators.today());
    }

    private static NoticeJson.ListJson list(NoticePage page, MultiMap query, LocalDate today) {
        return new NoticeJson.ListJson(
                page.notices().stream()
                        .map(summary -> NoticeJson.of(summary, today))
                        .toList(),
                page.next() == null ? null : address(query, page.next()));
    }

    /** The same list, after the cursor. */
    private static String address(MultiMap query, String after) {
        List<String> parameters = new ArrayList<>();
        query.forEach((name, value) -> {
            if (!name.equals("after")) {
                parameters.add(name + "=" + encoded(value));
            }
        });
        parameters.add("after=" + encoded(after));
        return "/api/v1/notices?" + String.join("&", parameters);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable Integer integer(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /** The status of a name in the contract; null for none. */
    static Validity.@Nullable Status status(@Nullable String code) {
        return code == null ? null : Validity.Status.of(code).orElse(null);
    }

    private static void send(RoutingContext ctx, Object body) {
        Conditional.send(ctx, "application/json", Json.write(body));
    }
}
