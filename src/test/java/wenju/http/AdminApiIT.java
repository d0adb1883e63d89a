package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** What administrators and auditors do, over HTTP and a real database. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class AdminApiIT {
    private static final String ACCOUNTS = "/api/v1/desk/accounts";
    private static final String KEYS = "/api/v1/desk/keys";
    private static final String CHANNELS = "/api/v1/desk/channels";
    private static final String NOTICE = "100% 核对中，暂停回答 <b>";

    private Database database;
    private RunningService service;
    private Contract contract;
    private SignedIn administrator;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        Desk desk = SignedIn.desk(shared);
        service = RunningService.start(
                vertx,
                RunningService.collaborators(
                        new Integrations(
                                desk.keys()::find,
                                Integrations.none().imports(),
                                Integrations.none().searching(),
                                Integrations.none().meters()),
                        desk));
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
        administrator = SignedIn.as(Role.ADMINISTRATOR, "zhao", service, database);
    }

    @Test
    void account_isAddedChangedAndReset() {
        String wanted = "{\"name\": \"li.na\", \"displayName\": \"李娜\", \"role\": \"staff\"}";
        JsonObject added = is(201, "AccountWithPassword", administrator.send("POST", ACCOUNTS, wanted));
        assertEquals("add_account zhao li.na", DeskAccounts.lastAudit(database));
        assertProblem(409, "name-taken", administrator.send("POST", ACCOUNTS, wanted));
        JsonObject account = added.getJsonObject("account");
        assertEquals(201, signIn("li.na", added.getString("password")).statusCode());

        String path = ACCOUNTS + "/" + account.getString("id");
        String change = "{\"displayName\": \"李娜\", \"role\": \"editor\", \"disabled\": false}";
        assertProblem(428, "version-required", administrator.send("PUT", path, change));
        assertProblem(400, "invalid-request", administrator.send("PUT", path, change, "If-Match", "\"x\""));
        String seen = account.getString("etag");
        JsonObject changed = is(200, "Account", administrator.send("PUT", path, change, "If-Match", seen));
        assertEquals("editor", changed.getString("role"));
        assertProblem(412, "changed-meanwhile", administrator.send("PUT", path, change, "If-Match", seen));
        assertProblem(404, "account-not-found", administrator.send("PUT", ACCOUNTS + "/u0", change, "If-Match", seen));

        JsonObject reset = is(200, "AccountWithPassword", administrator.send("POST", path + "/password", null));
        assertEquals(401, signIn("li.na", added.getString("password")).statusCode());
        assertEquals(201, signIn("li.na", reset.getString("password")).statusCode());
        is(200, "Account", administrator.send("POST", path + "/unlock", null));
        assertEquals("unlock_account zhao li.na", DeskAccounts.lastAudit(database));
        JsonObject list = is(200, "AccountList", administrator.get(ACCOUNTS));
        assertEquals(2, list.getJsonArray("accounts").size());
    }

    @Test
    void key_isShownOnceUsedRotatedAndRevoked() {
        JsonObject made = is(
                201,
                "KeyWithSecret",
                administrator.send("POST", KEYS, "{\"name\": \"门户\", \"scopes\": [\"ask\"], \"perMinute\": 9}"));
        String id = made.getJsonObject("key").getString("id");
        assertEquals("create_key zhao " + id, DeskAccounts.lastAudit(database));
        assertEquals(
                200,
                ask("api", "Authorization", "Bearer " + made.getString("secret"))
                        .statusCode());
        HttpResponse<String> listed = administrator.get(KEYS);
        is(200, "KeyList", listed);
        assertFalse(listed.body().contains(made.getString("secret")));
        JsonObject next = is(
                201, "KeyWithSecret", administrator.send("POST", KEYS + "/" + id + "/rotate", "{\"overlapHours\": 1}"));
        String nextId = next.getJsonObject("key").getString("id");
        assertFalse(is(200, "Key", administrator.send("DELETE", KEYS + "/" + nextId, null))
                .getBoolean("valid"));
        assertEquals("revoke_key zhao " + nextId, DeskAccounts.lastAudit(database));
        assertEquals(
                401,
                ask("api", "Authorization", "Bearer " + next.getString("secret"))
                        .statusCode());
        assertProblem(
                404,
                "key-not-found",
                administrator.send("POST", KEYS + "/" + nextId + "/rotate", "{\"overlapHours\": 1}"));
    }

    @Test
    void channelThatIsOff_tellsItsNotice_andTheOthersAnswer() {
        JsonObject page = channel(0);
        String off = new JsonObject()
                .put("answers", false)
                .put("notice", NOTICE)
                .put("reason", "第12号令刚刚废止")
                .encode();
        assertProblem(
                400,
                "invalid-request",
                administrator.send(
                        "PUT",
                        CHANNELS + "/page",
                        "{\"answers\": false, \"reason\": \"x\"}",
                        "If-Match",
                        page.getString("etag")));
        JsonObject switched = is(
                200, "Channel", administrator.send("PUT", CHANNELS + "/page", off, "If-Match", page.getString("etag")));
        assertEquals("switch zhao page", DeskAccounts.lastAudit(database));
        assertProblem(
                412,
                "changed-meanwhile",
                administrator.send("PUT", CHANNELS + "/page", off, "If-Match", page.getString("etag")));

        assertEquals(NOTICE, assertProblem(503, "answering-off", ask("page")).getString("detail"));
        assertEquals(200, ask("widget").statusCode());
        assertEquals(200, ask("api").statusCode());
        assertEquals(200, ask("something else").statusCode());
        HttpResponse<String> home = service.get("/", "Accept", "text/html");
        assertTrue(home.body().contains("100% 核对中，暂停回答 &lt;b&gt;"), home.body());
        HttpResponse<String> answer = service.get("/?q=%E7%BB%B4%E4%BF%9D", "Accept", "text/html");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("100% 核对中"), answer.body());

        String on = "{\"answers\": true, \"reason\": \"核对完了\"}";
        is(200, "Channel", administrator.send("PUT", CHANNELS + "/page", on, "If-Match", switched.getString("etag")));
        assertEquals(200, ask("page").statusCode());
    }

    @Test
    void apiThatIsOff_silencesChatAndAgentsToo() {
        JsonObject api = channel(2);
        String off = "{\"answers\": false, \"notice\": \"暂停\", \"reason\": \"核对\"}";
        is(200, "Channel", administrator.send("PUT", CHANNELS + "/api", off, "If-Match", api.getString("etag")));
        assertProblem(503, "answering-off", ask("api"));
        assertEquals(200, ask("page").statusCode());
        assertProblem(
                503,
                "answering-off",
                service.post(
                        "/v1/chat/completions",
                        "{\"model\": \"wenju\", \"messages\": [{\"role\": \"user\", \"content\": \"维保\"}]}",
                        "Content-Type",
                        "application/json"));
        HttpResponse<String> agent = service.post(
                "/mcp",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"ask\","
                        + " \"arguments\": {\"question\": \"维保\"}}}",
                "Content-Type",
                "application/json",
                "MCP-Protocol-Version",
                "2025-06-18");
        assertTrue(agent.body().contains("answering-off") && agent.body().contains("\"isError\":true"), agent.body());
    }

    @Test
    void audit_isReadByTheAuditor_narrowedAndPaged() {
        for (String name : new String[] {"one", "two", "three"}) {
            is(
                    201,
                    "AccountWithPassword",
                    administrator.send(
                            "POST",
                            ACCOUNTS,
                            "{\"name\": \"" + name + "\", \"displayName\": \"x\", \"role\": \"staff\"}"));
        }
        SignedIn auditor = SignedIn.as(Role.AUDITOR, service, database);
        String today = LocalDate.now(Collaborators.CHINA).toString();
        String narrowed = "/api/v1/desk/audit?actor=zhao&action=add_account&limit=2&from=" + today + "&to=" + today;
        JsonObject first = is(200, "AuditPage", auditor.get(narrowed));
        assertEquals("three", first.getJsonArray("entries").getJsonObject(0).getString("subject"));
        assertEquals(
                "x",
                first.getJsonArray("entries")
                        .getJsonObject(0)
                        .getJsonObject("after")
                        .getString("displayName"));
        JsonObject second = is(200, "AuditPage", auditor.get(narrowed + "&before=" + first.getValue("next")));
        assertEquals("one", second.getJsonArray("entries").getJsonObject(0).getString("subject"));
        assertEquals(
                new JsonArray(),
                is(200, "AuditPage", auditor.get("/api/v1/desk/audit?to=2000-01-01"))
                        .getJsonArray("entries"));
        assertEquals(400, auditor.get("/desk/admin?from=yesterday").statusCode());
        assertTrue(auditor.get("/desk/admin?action=add_account&from=").body().contains("建立账户"));
    }

    private JsonObject channel(int index) {
        return is(200, "ChannelList", administrator.get(CHANNELS))
                .getJsonArray("channels")
                .getJsonObject(index);
    }

    private HttpResponse<String> ask(String channel, String... more) {
        String[] headers = new String[more.length + 4];
        System.arraycopy(more, 0, headers, 0, more.length);
        System.arraycopy(
                new String[] {"Content-Type", "application/json", "Wenju-Channel", channel},
                0,
                headers,
                more.length,
                4);
        return service.ask(RunningService.question("维保"), headers);
    }

    private HttpResponse<String> signIn(String name, String password) {
        String body =
                new JsonObject().put("name", name).put("password", password).encode();
        return service.post("/api/v1/desk/session", body, "Content-Type", "application/json", "Origin", service.base());
    }

    private JsonObject is(int status, String schema, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return Schemas.assertIs(contract, schema, response.body());
    }

    private JsonObject assertProblem(int status, String type, HttpResponse<String> response) {
        JsonObject problem = is(status, "Problem", response);
        assertEquals("/problems/" + type, problem.getString("type"));
        return problem;
    }
}
