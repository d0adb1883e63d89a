package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Collectors;
import wenju.notice.Notice;
import wenju.notice.Passage;
import wenju.store.InvalidCursorException;
import wenju.store.NoticeFilter;
import wenju.store.NoticeSummary;
import wenju.store.StoredNotice;

/** Notices as MCP resources, {@code wenju://notices/{id}}: plain text as printed. */
final class McpResources {
    private static final String PREFIX = "wenju://notices/";
    private static final int PAGE = 100;
    private static final String TEXT = "text/plain";

    private final Collaborators collaborators;

    McpResources(Collaborators collaborators) {
        this.collaborators = collaborators;
    }

    /** A page of them; {@code cursor} leads on. */
    Future<JsonObject> list(JsonObject params) {
        Object cursor = params.getValue("cursor");
        var filter =
                new NoticeFilter(null, null, null, null, null, PAGE, cursor instanceof String after ? after : null);
        try {
            return collaborators.notices().list(filter).map(page -> {
                var listed = new JsonArray();
                page.notices().forEach(notice -> listed.add(resource(notice)));
                JsonObject result = new JsonObject().put("resources", listed);
                return page.next() == null ? result : result.put("nextCursor", page.next());
            });
        } catch (InvalidCursorException e) {
            return Future.failedFuture(new McpError(McpError.INVALID_PARAMS, "cursor 不是本服务给出的"));
        }
    }

    JsonObject templates() {
        JsonObject template = new JsonObject()
                .put("uriTemplate", PREFIX + "{noticeId}")
                .put("name", "notice")
                .put("title", "文件全文")
                .put("mimeType", TEXT);
        return new JsonObject().put("resourceTemplates", new JsonArray().add(template));
    }

    Future<JsonObject> read(JsonObject params) {
        if (!(params.getValue("uri") instanceof String uri) || !uri.startsWith(PREFIX)) {
            return Future.failedFuture(new McpError(McpError.INVALID_PARAMS, "uri 应形如 " + PREFIX + "3f2a9c41d07b"));
        }
        return collaborators.notices().find(uri.substring(PREFIX.length())).map(found -> {
            StoredNotice stored = found.orElseThrow(() -> new McpError(McpError.INVALID_PARAMS, "没有收录这件文件"));
            JsonObject content =
                    new JsonObject().put("uri", uri).put("mimeType", TEXT).put("text", text(stored.notice()));
            return new JsonObject().put("contents", new JsonArray().add(content));
        });
    }

    private static JsonObject resource(NoticeSummary notice) {
        return new JsonObject()
                .put("uri", PREFIX + notice.id())
                .put("name", notice.id())
                .put("title", notice.title())
                .put("mimeType", TEXT);
    }

    private static String text(Notice notice) {
        return notice.passages().stream().map(Passage::text).collect(Collectors.joining("\n\n"));
    }
}
