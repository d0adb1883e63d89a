package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * {@code POST /mcp}: the Model Context Protocol over Streamable HTTP, each request for itself. Speaks 2026-07-28, which has no
 * handshake, and the versions before it, which begin with {@code initialize}; no session either way, so any node serves any
 * request. Source: modelcontextprotocol.io/specification/2026-07-28.
 */
final class McpApi {
    static final String STATELESS = "2026-07-28";

    private static final List<String> WITH_HANDSHAKE = List.of("2025-11-25", "2025-06-18", "2025-03-26");
    private static final String META = "io.modelcontextprotocol/";
    private static final String INSTRUCTIONS =
            "问据：从已收录的政府文件中逐字找出回答问题的条款，附文号、条款、日期和效力。不生成文字。先用 ask；要自己挑选时用 search_passages。";
    private static final JsonObject SERVER =
            new JsonObject().put("name", "wenju").put("title", "问据").put("version", "1.0.0");
    private static final JsonObject CAPABILITIES =
            new JsonObject().put("tools", new JsonObject()).put("resources", new JsonObject());

    private final McpTools tools;
    private final McpResources resources;
    private final Embedding embedding;

    /** @param embedding whose pages may use it besides our own */
    McpApi(McpTools tools, McpResources resources, Embedding embedding) {
        this.tools = tools;
        this.resources = resources;
        this.embedding = embedding;
    }

    /** The body has been validated: it is one JSON-RPC request or notification. */
    void handle(RoutingContext ctx) {
        refuseForeignPages(ctx);
        JsonObject message = ctx.body().asJsonObject();
        ctx.response().putHeader("Cache-Control", "no-store");
        if (!message.containsKey("id")) {
            ctx.response().setStatusCode(202).end();
            return;
        }
        String version = version(ctx, message);
        Future.succeededFuture()
                .compose(begin -> {
                    check(ctx, message, version);
                    return result(ctx, message);
                })
                .map(result -> version.equals(STATELESS) ? complete(message, result) : result)
                .onSuccess(result -> send(ctx, 200, response(message).put("result", result)))
                .onFailure(failure -> fail(ctx, message, version, failure));
    }

    private Future<JsonObject> result(RoutingContext ctx, JsonObject message) {
        JsonObject params = message.getJsonObject("params", new JsonObject());
        return switch (message.getString("method")) {
            case "initialize" -> Future.succeededFuture(initialized(params));
            case "server/discover" -> Future.succeededFuture(discovered());
            case "ping" -> Future.succeededFuture(new JsonObject());
            case "tools/list" -> Future.succeededFuture(tools.list());
            case "tools/call" -> tools.call(RequestLog.id(ctx), params);
            case "resources/list" -> resources.list(params);
            case "resources/templates/list" -> Future.succeededFuture(resources.templates());
            case "resources/read" -> resources.read(params);
            default -> Future.failedFuture(new McpError(McpError.METHOD_NOT_FOUND, "没有这个方法"));
        };
    }

    /**
     * A page of another origin must not use the reader's place in the network (DNS rebinding) unless the operator allows it;
     * programs send no origin.
     */
    private void refuseForeignPages(RoutingContext ctx) {
        String origin = ctx.request().getHeader("Origin");
        if (origin != null
                && !embedding.origins().contains(origin)
                && !origin.equals(ctx.request().scheme() + "://" + ctx.request().authority())) {
            throw Refusal.of(ProblemType.FORBIDDEN, "这个网站的网页不能使用 MCP。");
        }
    }

    private static String version(RoutingContext ctx, JsonObject message) {
        String header = ctx.request().getHeader("MCP-Protocol-Version");
        if (header != null) {
            return header;
        }
        Object meta = message.getJsonObject("params", new JsonObject()).getValue("_meta");
        return meta instanceof JsonObject object && object.getValue(META + "protocolVersion") instanceof String named
                ? named
                : WITH_HANDSHAKE.getLast();
    }

    /** In the stateless version the headers repeat what the body says, for proxies to read; they must not lie. */
    private static void check(RoutingContext ctx, JsonObject message, String version) {
        if (!version.equals(STATELESS) && !WITH_HANDSHAKE.contains(version)) {
            throw new McpError(McpError.UNSUPPORTED_VERSION, "不支持这个协议版本")
                    .with(new JsonObject().put("supported", supported()).put("requested", version));
        }
        String method = ctx.request().getHeader("Mcp-Method");
        if (version.equals(STATELESS) && method != null && !method.equals(message.getString("method"))) {
            throw new McpError(McpError.HEADER_MISMATCH, "Mcp-Method 与请求体不一致");
        }
    }

    private static JsonObject initialized(JsonObject params) {
        Object wanted = params.getValue("protocolVersion");
        String version =
                wanted instanceof String known && WITH_HANDSHAKE.contains(known) ? known : WITH_HANDSHAKE.getFirst();
        return new JsonObject()
                .put("protocolVersion", version)
                .put("capabilities", CAPABILITIES)
                .put("serverInfo", SERVER)
                .put("instructions", INSTRUCTIONS);
    }

    private static JsonObject discovered() {
        return new JsonObject()
                .put("supportedVersions", supported())
                .put("capabilities", CAPABILITIES)
                .put("instructions", INSTRUCTIONS);
    }

    private static JsonArray supported() {
        return new JsonArray().add(STATELESS).addAll(new JsonArray(WITH_HANDSHAKE));
    }

    /** Lists may be kept for a minute by anybody, everything else is the asker's own. */
    private static JsonObject complete(JsonObject message, JsonObject result) {
        JsonObject whole = result.copy()
                .put("resultType", "complete")
                .put("_meta", new JsonObject().put(META + "serverInfo", SERVER));
        boolean listed = message.getString("method").matches("server/discover|tools/list|resources/.*");
        return listed ? whole.put("ttlMs", 60_000).put("cacheScope", "public") : whole;
    }

    private static void fail(RoutingContext ctx, JsonObject message, String version, Throwable failure) {
        if (!(failure instanceof McpError error)) {
            ctx.fail(failure);
            return;
        }
        RequestLog.outcome(ctx, "mcp" + error.code());
        send(ctx, error.status(version.equals(STATELESS)), response(message).put("error", error.json()));
    }

    private static JsonObject response(JsonObject message) {
        return new JsonObject().put("jsonrpc", "2.0").put("id", message.getValue("id"));
    }

    private static void send(RoutingContext ctx, int status, JsonObject body) {
        ctx.response().setStatusCode(status);
        Body.send(ctx, "application/json", body.toBuffer());
    }
}
