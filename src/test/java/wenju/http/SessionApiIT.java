package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.AccountStore;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.Password;
import wenju.store.Role;
import wenju.store.SessionStore;
import wenju.store.SessionTerms;
import wenju.store.SharedDatabase;

/** Signing in and out, over HTTP and a real database. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class SessionApiIT {
    private static final Password RIGHT = Password.typed("四月的风吹过示例市的公园");
    private static final Password NEXT = Password.typed("十一月的雨落在示例市的河上");

    private static final String SESSION = "/api/v1/desk/session";

    private Database database;
    private RunningService service;
    private Contract contract;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        service = start(vertx, SignedIn.desk(shared));
        contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
        await(new AccountStore(shared).add("wang.fang", "王芳", Role.EDITOR, RIGHT, false, Actor.PROGRAM));
    }

    @Test
    void rightPassword_signsIn_andSignOutEndsIt() {
        HttpResponse<String> response = signIn("Wang.Fang", RIGHT);
        assertEquals(201, response.statusCode(), response.body());
        JsonObject session = Schemas.assertIs(contract, "DeskSession", response.body());
        assertEquals("王芳", session.getJsonObject("account").getString("displayName"));
        assertEquals("sign_in wang.fang wang.fang", DeskAccounts.lastAudit(database));
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(set.contains("HTTPOnly") && set.contains("SameSite=Strict") && set.contains("Path=/"), set);
        assertFalse(set.contains("Secure") || set.contains("Max-Age"), set);
        String[] headers = {
            "Cookie",
            set.substring(0, set.indexOf(';')),
            "Wenju-Csrf",
            session.getString("csrf"),
            "Origin",
            service.base()
        };
        assertEquals(200, service.get(SESSION, headers).statusCode());
        assertEquals(204, service.send("DELETE", SESSION, headers).statusCode());
        assertEquals("sign_out wang.fang wang.fang", DeskAccounts.lastAudit(database));
        assertProblem(401, "not-signed-in", service.get(SESSION, headers));
    }

    @Test
    void wrongPasswordAndUnknownName_areTheSame_andLockForLongerAndLonger() {
        for (String name : new String[] {"wang.fang", "nobody"}) {
            assertProblem(401, "sign-in-refused", signIn(name, NEXT));
            DeskAccounts.countFailures(database, SessionStore.FREE_PER_NAME - 2);
            assertProblem(401, "sign-in-refused", signIn(name, NEXT));
            assertProblem(401, "sign-in-refused", signIn(name, NEXT));
            assertWait(60, signIn(name, RIGHT));
            DeskAccounts.letTimePass(database);
            assertProblem(401, "sign-in-refused", signIn(name, NEXT));
            assertWait(120, signIn(name, RIGHT));
            DeskAccounts.letTimePass(database);
        }
        assertEquals("refuse_sign_in （没有这个用户） （没有这个用户）", DeskAccounts.lastAudit(database));
        assertEquals(201, signIn("wang.fang", RIGHT).statusCode());
    }

    @Test
    void address_isLockedWhateverNamesItTries() {
        assertProblem(401, "sign-in-refused", signIn("one", NEXT));
        DeskAccounts.countFailures(database, SessionStore.FREE_PER_ADDRESS - 1);
        assertProblem(401, "sign-in-refused", signIn("another", NEXT));
        assertWait(60, signIn("wang.fang", RIGHT));
    }

    @Test
    void passwordChange_needsTheOldOne_andEndsOtherSessions() {
        SignedIn here = SignedIn.by(signIn("wang.fang", RIGHT), service);
        SignedIn elsewhere = SignedIn.by(signIn("wang.fang", RIGHT), service);
        assertProblem(422, "password-unsuitable", change(here, NEXT, Password.typed("又一个足够长的口令用来换")));
        assertProblem(422, "password-unsuitable", change(here, RIGHT, Password.typed("太短的口令")));
        assertProblem(422, "password-unsuitable", change(here, RIGHT, Password.typed("wang.fangwang.fang1")));
        assertEquals(204, change(here, RIGHT, NEXT).statusCode());
        assertEquals("set_password wang.fang wang.fang", DeskAccounts.lastAudit(database));
        assertEquals(200, here.get(SESSION).statusCode());
        assertEquals(401, elsewhere.get(SESSION).statusCode());
        assertEquals(401, signIn("wang.fang", RIGHT).statusCode());
        assertEquals(201, signIn("wang.fang", NEXT).statusCode());
    }

    @Test
    void oneTimePassword_isForReplacingItOnly() {
        await(new AccountStore(database).add("li.na", "李娜", Role.STAFF, RIGHT, true, Actor.PROGRAM));
        SignedIn hands = SignedIn.by(signIn("li.na", RIGHT), service);
        assertEquals(200, hands.get(SESSION).statusCode());
        assertEquals(
                "/desk/account",
                hands.get("/desk").headers().firstValue("Location").orElseThrow());
        assertEquals(204, change(hands, RIGHT, NEXT).statusCode());
        assertFalse(await(new AccountStore(database).findByName("li.na"))
                .orElseThrow()
                .oneTime());
    }

    @Test
    void disabledAccount_isSignedOutAtOnceAndStaysOut() {
        var accounts = new AccountStore(database);
        SignedIn hands = SignedIn.by(signIn("wang.fang", RIGHT), service);
        var account = await(accounts.findByName("wang.fang")).orElseThrow();
        await(accounts.change(account.id(), account.version(), "王芳", Role.EDITOR, true, Actor.PROGRAM));
        assertEquals(401, hands.get(SESSION).statusCode());
        assertProblem(401, "sign-in-refused", signIn("wang.fang", RIGHT));
    }

    @Test
    void session_endsWhenIdle() {
        SignedIn hands = SignedIn.by(signIn("wang.fang", RIGHT), service);
        for (int i = 0; i < 4; i++) {
            DeskAccounts.letIdle(database, SignedIn.TERMS.idle().dividedBy(2));
            assertEquals(200, hands.get(SESSION).statusCode());
        }
        DeskAccounts.letIdle(database, SignedIn.TERMS.idle());
        assertEquals(401, hands.get(SESSION).statusCode());
    }

    @Test
    void session_endsAtItsLongest(Vertx vertx) throws InterruptedException {
        var terms = new SessionTerms(Duration.ofHours(1), Duration.ofMillis(600));
        RunningService hasty = start(vertx, SignedIn.desk(database, terms, null));
        SignedIn hands = SignedIn.by(signIn(hasty, "wang.fang", RIGHT, hasty.base()), hasty);
        Thread.sleep(700);
        assertEquals(401, hands.get(SESSION).statusCode());
    }

    @Test
    void otherSites_cannotSignAnybodyIn() {
        assertProblem(403, "cross-site-request", signIn(service, "wang.fang", RIGHT, "https://elsewhere.example"));
    }

    @Test
    void overHttps_theCookieBelongsToThisHostAlone(Vertx vertx) {
        String origin = "https://desk.example";
        RunningService secure = start(vertx, SignedIn.desk(database, SignedIn.TERMS, origin));
        assertEquals(403, signIn(secure, "wang.fang", RIGHT, secure.base()).statusCode());
        String set = signIn(secure, "wang.fang", RIGHT, origin)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertTrue(set.startsWith("__Host-wenju-session=") && set.contains("Secure") && !set.contains("Domain"), set);
    }

    @Test
    void deskPages_areFramedByNobody_andLeadToSignIn() {
        HttpResponse<String> page = service.get("/desk/account");
        assertEquals(303, page.statusCode());
        assertEquals(
                Optional.of("/desk/sign-in?next=%2Fdesk%2Faccount"),
                page.headers().firstValue("Location"));
        String policy = service.get("/desk/sign-in")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    }

    private static HttpResponse<String> change(SignedIn who, Password current, Password chosen) {
        return who.send(
                "PUT",
                "/api/v1/desk/password",
                new JsonObject()
                        .put("current", current.reveal())
                        .put("chosen", chosen.reveal())
                        .encode());
    }

    private static RunningService start(Vertx vertx, Desk desk) {
        return RunningService.start(vertx, RunningService.collaborators(new Integrators().integrations(), desk));
    }

    private HttpResponse<String> signIn(String name, Password password) {
        return signIn(service, name, password, service.base());
    }

    private static HttpResponse<String> signIn(RunningService at, String name, Password password, String origin) {
        String body = new JsonObject()
                .put("name", name)
                .put("password", password.reveal())
                .encode();
        return at.post(SESSION, body, "Content-Type", "application/json", "Origin", origin);
    }

    private void assertProblem(int status, String type, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "/problems/" + type,
                Schemas.assertIs(contract, "Problem", response.body()).getString("type"));
    }

    private void assertWait(int seconds, HttpResponse<String> response) {
        assertProblem(429, "sign-in-locked", response);
        int wait = Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow());
        assertTrue(wait > seconds - 20 && wait <= seconds, "waits " + wait);
    }
}
