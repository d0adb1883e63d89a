package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Page;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.AccountStore;
import wenju.store.Actor;
import wenju.store.Database;
import wenju.store.Password;
import wenju.store.Role;
import wenju.store.SharedDatabase;

/** Signing in at an OpenID Connect provider that really issues and signs, over a real database. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class OpenIdIT {
    private static final String CLIENT = "wenju-desk";
    private final HttpClient client = HttpClient.newHttpClient();
    private IdentityProvider provider;
    private Database database;
    private RunningService service;

    @BeforeEach
    void start(Vertx vertx, Database shared) throws IOException {
        provider = IdentityProvider.start(vertx, CLIENT, "secret");
        database = shared;
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var roles = new LinkedHashMap<String, Role>();
        roles.put("12345-editors", Role.EDITOR);
        roles.put("12345-seats", Role.STAFF);
        Desk desk = SignedIn.desk(
                shared,
                SignedIn.TERMS,
                "http://localhost:" + port,
                new OpenIdSettings(provider.issuer(), CLIENT, "secret", "realm_access.roles", roles));
        service = RunningService.start(
                vertx, RunningService.collaborators(new Integrators().integrations(), desk), HttpSettings.of(port, 0));
    }

    @Test
    void firstSignIn_makesAnAccountWithTheMappedRole_inABrowser() {
        says("s-1", CLIENT, Map.of(), "12345-seats", "12345-editors");
        try (var chromium = new Chromium()) {
            Page page = chromium.open(Chromium.visitor(), service.base() + "/desk/account");
            page.locator("a.button").click();
            assertThat(page).hasURL(service.base() + "/desk/account");
            assertThat(page.locator(".who")).containsText("李娜 · 编辑");
            chromium.assertNothingComplained();
        }
        var account = await(new AccountStore(database).findByName("li.na")).orElseThrow();
        assertEquals(Role.EDITOR, account.role());

        says("s-1", CLIENT, Map.of(), "12345-seats");
        assertEquals(200, signIn().statusCode());
        var again = await(new AccountStore(database).find(account.id())).orElseThrow();
        assertEquals(Role.STAFF, again.role());
        assertEquals(1, await(new AccountStore(database).list()).size());
    }

    @Test
    void nobodyComesInto_anAccountThatIsCalledAlike() {
        await(new AccountStore(database)
                .add("li.na", "另一位", Role.ADMINISTRATOR, Password.random(), false, Actor.PROGRAM));
        says("s-2", CLIENT, Map.of(), "12345-seats");
        assertEquals(200, signIn().statusCode());
        List<Role> roles = await(new AccountStore(database).list()).stream()
                .map(account -> account.name().equals("li.na") ? account.role() : Role.STAFF)
                .sorted()
                .toList();
        assertEquals(List.of(Role.STAFF, Role.ADMINISTRATOR), roles);
    }

    @Test
    void withoutAKnownRole_nobodyComesIn_andNoAccountIsMade() {
        says("s-3", CLIENT, Map.of(), "somebody-else");
        assertRefused(signIn());
        assertEquals(List.of(), await(new AccountStore(database).list()));
    }

    @Test
    void disabledAccount_staysOut() {
        says("s-4", CLIENT, Map.of(), "12345-seats");
        assertEquals(200, signIn().statusCode());
        var accounts = new AccountStore(database);
        var account = await(accounts.findByName("li.na")).orElseThrow();
        await(accounts.change(account.id(), account.version(), "李娜", Role.STAFF, true, Actor.PROGRAM));
        says("s-4", CLIENT, Map.of(), "12345-seats");
        assertRefused(signIn());
    }

    @Test
    void tokenThatIsNotForUs_orNotForThisAttempt_isRefused() {
        says("s-5", "another-client", Map.of(), "12345-seats");
        assertRefused(signIn());
        says("s-5", CLIENT, Map.of("nonce", "of another attempt"), "12345-seats");
        assertRefused(signIn());
        says("s-5", CLIENT, Map.of("iss", "https://elsewhere.example"), "12345-seats");
        assertRefused(signIn());
        says("s-5", CLIENT, Map.of("exp", 1), "12345-seats");
        assertRefused(signIn());
        says("s-5", CLIENT, Map.of(), "12345-seats");
        provider.signByAnotherKey();
        assertRefused(signIn());
        assertEquals(List.of(), await(new AccountStore(database).list()));
    }

    @Test
    void whatDidNotBeginInThisBrowser_isRefused() {
        says("s-6", CLIENT, Map.of(), "12345-seats");
        HttpResponse<String> leave = get(service.base() + "/desk/sign-in/elsewhere", "");
        HttpResponse<String> there = get(location(leave), "");
        assertRefused(get(location(there), ""));
        HttpResponse<String> other = get(service.base() + "/desk/sign-in/elsewhere", "");
        assertRefused(get(location(there), cookie(other)));
    }

    @Test
    void verifierAndNonce_areSent_andTheCookieIsShortLived() {
        HttpResponse<String> leave = get(service.base() + "/desk/sign-in/elsewhere?next=https://elsewhere.example", "");
        String address = location(leave);
        assertTrue(address.startsWith(provider.issuer() + "/authorize"), address);
        for (String part :
                new String[] {"code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "openid"}) {
            assertTrue(address.contains(part), part + " in " + address);
        }
        String set = leave.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(set.contains("Max-Age=600") && set.contains("HTTPOnly") && set.contains("SameSite=Lax"), set);
    }

    /** What the provider will say of the next who comes. */
    private void says(String subject, String audience, Map<String, Object> more, String... roles) {
        provider.says(new JsonObject()
                .put("sub", subject)
                .put("aud", audience)
                .put("preferred_username", "Li.Na")
                .put("name", "李娜")
                .put("realm_access", new JsonObject().put("roles", new JsonArray(List.of(roles))))
                .mergeIn(new JsonObject(more)));
    }

    /** Goes the way that a browser goes. */
    private HttpResponse<String> signIn() {
        HttpResponse<String> leave = get(service.base() + "/desk/sign-in/elsewhere", "");
        HttpResponse<String> there = get(location(leave), "");
        return get(location(there), cookie(leave));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertEquals(401, response.statusCode(), response.body());
        assertTrue(response.headers().allValues("Set-Cookie").stream().noneMatch(set -> set.contains("wenju-session")));
    }

    private HttpResponse<String> get(String address, String cookie) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Cookie", cookie)
                            .header("Accept", "text/html")
                            .timeout(Duration.ofMinutes(1))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    private static String cookie(HttpResponse<String> response) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }
}
