package wenju.http;

import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wenju.answer.Trial;
import wenju.notice.AssumedTerms;
import wenju.store.AccountStore;
import wenju.store.AnswerFigures;
import wenju.store.AuditLog;
import wenju.store.ChannelStore;
import wenju.store.ChannelWatch;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.KeptClauses;
import wenju.store.KeyStore;
import wenju.store.KnowledgeWatch;
import wenju.store.NoticeRegister;
import wenju.store.NoticeStore;
import wenju.store.QuestionQueue;
import wenju.store.Role;
import wenju.store.SessionStore;
import wenju.store.SessionTerms;
import wenju.store.SessionToken;
import wenju.store.StandardAnswerStore;
import wenju.store.ThesaurusStore;

/** Somebody signed in at a running service whose desk is over a real database. */
final class SignedIn {
    static final SessionTerms TERMS = new SessionTerms(Duration.ofMinutes(30), Duration.ofHours(12));

    private static final Trying NOTHING_TRIED = (line, meant) -> new Trial(0, List.of(), List.of(), null, null);

    private static final String COOKIE = "wenju-session";

    /** One for the whole run, like the database. */
    private static final Map<Database, ChannelWatch> WATCHES = new ConcurrentHashMap<>();

    private static final Path MEMORY = Path.of("target", "channels-in-tests.json");
    private static final Map<Database, KnowledgeWatch> KNOWLEDGE = new ConcurrentHashMap<>();

    private static final Path KNOWN = Path.of("target", "knowledge-in-tests.json");

    private final RunningService service;
    private final SessionToken token;

    private SignedIn(RunningService service, SessionToken token) {
        this.service = service;
        this.token = token;
    }

    /** Whoever just signed in with a password. @param response of {@code createSession} */
    static SignedIn by(HttpResponse<String> response, RunningService service) {
        String set = response.headers().firstValue("Set-Cookie").orElseThrow();
        String token = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
        return new SignedIn(service, SessionToken.parse(token).orElseThrow());
    }

    /** A desk over a database. */
    static Desk desk(Database database) {
        return desk(database, TERMS, null);
    }

    /** @param origin null = at the host that a request names */
    static Desk desk(Database database, SessionTerms terms, @Nullable String origin) {
        return desk(database, terms, origin, null);
    }

    /** @param openId null = by password only */
    static Desk desk(Database database, SessionTerms terms, @Nullable String origin, @Nullable OpenIdSettings openId) {
        return desk(database, terms, origin, openId, NOTHING_TRIED, (text, most) -> List.of());
    }

    private static Desk desk(
            Database database,
            SessionTerms terms,
            @Nullable String origin,
            @Nullable OpenIdSettings openId,
            Trying trying,
            Telling telling) {
        ChannelWatch watch = WATCHES.computeIfAbsent(database, watched -> await(ChannelWatch.open(watched, MEMORY)));
        await(watch.look());
        var standards = new StandardAnswerStore(database, AssumedTerms.NONE);
        KnowledgeWatch knowledge = KNOWLEDGE.computeIfAbsent(
                database, watched -> await(KnowledgeWatch.open(watched, standards, KNOWN, Collaborators.CHINA)));
        await(knowledge.look());
        return new Desk(
                new AccountStore(database),
                new SessionStore(database, terms),
                new KeyStore(database),
                new AuditLog(database),
                new ChannelStore(database),
                watch,
                standards,
                knowledge,
                new ThesaurusStore(database),
                new QuestionQueue(database),
                new NoticeStore(database, "test"),
                new AnswerFigures(database),
                new NoticeRegister(database, AssumedTerms.NONE),
                telling,
                trying,
                new KeptClauses(database, AssumedTerms.NONE),
                origin,
                openId,
                CopyTemplate.PLAIN);
    }

    /** A desk over a database that tries entries of the thesaurus and tells words. */
    static Desk desk(Database database, Trying trying, Telling telling) {
        return desk(database, TERMS, null, null, trying, telling);
    }

    /** A desk over a database that tells words. */
    static Desk desk(Database database, Telling telling) {
        return desk(database, NOTHING_TRIED, telling);
    }

    /** Somebody of that role, with an account of their own. */
    static SignedIn as(Role role, RunningService service, Database database) {
        return as(role, role.code() + "-" + UUID.randomUUID().toString().substring(0, 8), service, database);
    }

    /** The same with a name, as the audit will have it. */
    static SignedIn as(Role role, String name, RunningService service, Database database) {
        return new SignedIn(service, DeskAccounts.signIn(database, name, role));
    }

    HttpResponse<String> get(String path, String... more) {
        return service.send("GET", path, headers(more));
    }

    /**
     * Changes something, as a page of ours would.
     *
     * @param json null for no body
     * @param more headers, such as {@code If-Match}
     */
    HttpResponse<String> send(String method, String path, @Nullable String json, String... more) {
        return service.sendJson(method, path, json, headers(more));
    }

    /** Sends a body of another type than JSON, as a page of ours would. */
    HttpResponse<String> post(String path, String body, String... more) {
        return service.post(path, body, headers(more));
    }

    /** What our own pages send along; name and value in turn. */
    String[] headers(String... more) {
        var all = new ArrayList<>(List.of(more));
        all.addAll(
                List.of("Cookie", COOKIE + "=" + token.reveal(), "Wenju-Csrf", token.csrf(), "Origin", service.base()));
        return all.toArray(String[]::new);
    }

    /** Gives the session to a browser's page, which then opens an address. */
    void open(Page page, String path) {
        page.context().addCookies(List.of(new Cookie(COOKIE, token.reveal()).setUrl(service.base())));
        page.navigate(service.base() + path);
    }
}
