package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.Validator;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /mcp}, by the official Java client; and, for the version that the client does not speak yet, by hand. */
@ExtendWith(VertxExtension.class)
class McpClientTest {
    private static final String NOTICE = SampleNotices.LIFTS.notice().id();
    private static RunningService service;
    private static McpSyncClient client;

    @BeforeAll
    static void connect(Vertx vertx) {
        service = RunningService.start(vertx, RunningService.collaborators(new Integrators().integrations()));
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(service.base())
                        .endpoint("/mcp")
                        .build())
                .initializationTimeout(Duration.ofMinutes(1))
                .requestTimeout(Duration.ofMinutes(1))
                .build();
        client.initialize();
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void handshake_tellsWhoWeAre() {
        assertEquals("wenju", client.getServerInfo().name());
        assertEquals("2025-11-25", client.getCurrentInitializationResult().protocolVersion());
        client.ping();
    }

    @Test
    void tools_areListedWithBothSchemas() {
        List<Tool> tools = client.listTools().tools();
        assertEquals(
                List.of("ask", "search_passages", "get_notice", "check_validity"),
                tools.stream().map(Tool::name).toList());
        for (Tool tool : tools) {
            assertEquals("object", tool.inputSchema().get("type"), tool.name());
            assertFalse(tool.outputSchema().isEmpty(), tool.name());
            assertFalse(new JsonObject(tool.outputSchema()).encode().contains("$ref"), tool.name());
        }
    }

    @Test
    void ask_bringsTheClause() {
        JsonObject answer = call("ask", Map.of("question", RunningService.QUESTION));
        String text = answer.getJsonArray("excerpts").getJsonObject(0).getString("text");
        assertTrue(text.contains(SampleNotices.article12().text()), text);
    }

    @Test
    void searchPassages_bringsPassages() {
        JsonObject found = call("search_passages", Map.of("query", "维保", "limit", 3));
        assertEquals(
                SampleNotices.article12().id(),
                found.getJsonArray("passages").getJsonObject(0).getString("passageId"));
    }

    @Test
    void getNotice_bringsItWhole() {
        assertEquals(
                4,
                call("get_notice", Map.of("noticeId", NOTICE))
                        .getJsonArray("passages")
                        .size());
    }

    @Test
    void checkValidity_isToldForADay() {
        Map<String, Object> old = Map.of("documentNumber", "示政[2011]5号", "asOf", "2020-05-01");
        assertEquals(
                "repealed",
                call("check_validity", old).getJsonObject("validity").getString("status"));
        assertEquals(
                "inForce",
                call("check_validity", Map.of("documentNumber", "示政〔2011〕5号", "asOf", "2020-04-30"))
                        .getJsonObject("validity")
                        .getString("status"));
    }

    @Test
    void wrongArguments_areTheResult() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("question", ""), Map.of("question", "x", "topK", 3), Map.of("limit", 3))) {
            CallToolResult result = client.callTool(
                    CallToolRequest.builder("ask").arguments(wrong).build());
            assertTrue(result.isError(), wrong.toString());
            assertTrue(result.content().toString().contains("不合约定"), result.toString());
        }
    }

    @Test
    void resources_areTheNotices() {
        assertEquals(3, client.listResources().resources().size());
        assertEquals(1, client.listResourceTemplates().resourceTemplates().size());
        String text = client.readResource(
                        ReadResourceRequest.builder("wenju://notices/" + NOTICE).build())
                .contents()
                .toString();
        assertTrue(text.contains("第十二条"), text);
    }

    @Test
    void stateless_needsNoHandshake() {
        JsonObject discovered = result(rpc("server/discover", new JsonObject()));
        assertTrue(discovered.getJsonArray("supportedVersions").contains(McpApi.STATELESS));
        JsonObject listed = result(rpc("tools/list", new JsonObject()));
        assertEquals("complete", listed.getString("resultType"));
        assertEquals("public", listed.getString("cacheScope"));
        assertTrue(listed.getInteger("ttlMs") > 0);
        JsonObject called = result(rpc(
                "tools/call",
                new JsonObject().put("name", "get_notice").put("arguments", new JsonObject().put("noticeId", NOTICE))));
        assertEquals(NOTICE, called.getJsonObject("structuredContent").getString("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-28, nothing/such, nothing/such, 404, -32601",
        "2025-11-25, nothing/such, nothing/such, 200, -32601",
        "2030-01-01, tools/list, tools/list, 400, -32022",
        "2026-07-28, tools/list, tools/call, 400, -32020",
        "2026-07-28, tools/call, tools/call, 200, -32602",
        "2026-07-28, resources/read, resources/read, 200, -32602",
    })
    void errors_areThoseOfTheProtocol(String version, String method, String header, int status, int code) {
        HttpResponse<String> response = service.post(
                "/mcp",
                message(method, new JsonObject()).put("id", "a").encode(),
                "Content-Type",
                "application/json",
                "MCP-Protocol-Version",
                version,
                "Mcp-Method",
                header);
        assertEquals(status, response.statusCode(), response.body());
        JsonObject body = new JsonObject(response.body());
        assertEquals("a", body.getString("id"));
        assertEquals(code, body.getJsonObject("error").getInteger("code"));
    }

    @Test
    void notification_isAccepted() {
        HttpResponse<String> response = service.post(
                "/mcp",
                message("notifications/initialized", new JsonObject()).encode(),
                "Content-Type",
                "application/json");
        assertEquals(202, response.statusCode());
        assertEquals("", response.body());
    }

    @Test
    void pageOfAnotherOrigin_isRefused() {
        HttpResponse<String> response = service.post(
                "/mcp",
                message("ping", new JsonObject()).put("id", 1).encode(),
                "Content-Type",
                "application/json",
                "Origin",
                "https://elsewhere.example");
        assertEquals(403, response.statusCode());
    }

    @Test
    void pageOfAnAllowedOrigin_mayUseIt(Vertx vertx) {
        String friend = "https://agent.example";
        RunningService open = RunningService.start(
                vertx,
                RunningService.collaborators(new Integrators().integrations()),
                new HttpSettings(0, 0, 9, Duration.ofSeconds(9), new Embedding(List.of(friend), List.of())));
        String ping = message("ping", new JsonObject()).put("id", 1).encode();

        HttpResponse<String> response = open.post("/mcp", ping, "Content-Type", "application/json", "Origin", friend);
        assertEquals(200, response.statusCode());
        assertEquals(
                friend,
                response.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
        assertEquals(
                403,
                open.post("/mcp", ping, "Content-Type", "application/json", "Origin", friend + ".example")
                        .statusCode());
    }

    @Test
    void stream_isNotOffered() {
        assertEquals(405, service.get("/mcp").statusCode());
    }

    /** The structured result, checked against the schema that the tool announces. */
    private static JsonObject call(String tool, Map<String, Object> arguments) {
        CallToolResult result = client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
        assertFalse(Boolean.TRUE.equals(result.isError()), result.toString());
        JsonObject structured = new JsonObject(
                io.vertx.core.json.Json.encode(new JsonArray(List.of(result.structuredContent())).getValue(0)));
        Tool announced = client.listTools().tools().stream()
                .filter(one -> one.name().equals(tool))
                .findFirst()
                .orElseThrow();
        assertTrue(
                Validator.create(
                                JsonSchema.of(new JsonObject(announced.outputSchema())),
                                new JsonSchemaOptions().setBaseUri("app://tool").setDraft(Draft.DRAFT202012))
                        .validate(structured)
                        .getValid(),
                structured.encode());
        return structured;
    }

    private static HttpResponse<String> rpc(String method, JsonObject params) {
        JsonObject meta = new JsonObject()
                .put("io.modelcontextprotocol/protocolVersion", McpApi.STATELESS)
                .put("io.modelcontextprotocol/clientCapabilities", new JsonObject());
        return service.post(
                "/mcp",
                message(method, params.copy().put("_meta", meta)).put("id", 7).encode(),
                "Content-Type",
                "application/json",
                "Accept",
                "application/json, text/event-stream",
                "MCP-Protocol-Version",
                McpApi.STATELESS,
                "Mcp-Method",
                method);
    }

    private static JsonObject message(String method, JsonObject params) {
        return new JsonObject().put("jsonrpc", "2.0").put("method", method).put("params", params);
    }

    private static JsonObject result(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return new JsonObject(response.body()).getJsonObject("result");
    }
}
