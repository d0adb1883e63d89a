package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wenju.store.SessionToken;

/**
 * The session of a browser: a cookie that no script can read and that no other site's page sends along. Whoever changes
 * something proves besides that one of our pages asked: by where the browser says the request comes from, and by a text that
 * only our pages know.
 */
final class Sessions {
    /** Where a script puts the text; a form has it in a field {@value #CSRF_FIELD}. */
    static final String CSRF_HEADER = "Wenju-Csrf";

    static final String CSRF_FIELD = "csrf";

    private static final String COOKIE = "wenju-session";
    /** A browser takes a cookie of this prefix only over HTTPS, for this very host and every path (RFC 6265bis §4.1.3.2). */
    private static final String HOST_PREFIX = "__Host-";

    private static final long ATTEMPT_SECONDS = 600;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final @Nullable Desk desk;
    private final Networks trustedProxies;

    /** @param desk null where nobody can sign in */
    Sessions(@Nullable Desk desk, Networks trustedProxies) {
        this.desk = desk;
        this.trustedProxies = trustedProxies;
    }

    /** Who is signed in; empty when nobody is. */
    Future<Optional<Staff>> find(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(cookieName(ctx));
        Optional<SessionToken> token = cookie == null ? Optional.empty() : SessionToken.parse(cookie.getValue());
        if (desk == null || token.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return desk.sessions()
                .find(token.get().digest())
                .map(found ->
                        found.map(session -> new Staff(session, token.get().csrf(), address(ctx))));
    }

    /** Lets the browser hold a session until it is closed. */
    void give(RoutingContext ctx, SessionToken token) {
        ctx.response().addCookie(cookie(ctx, token.reveal()));
    }

    /** Takes the session from the browser. */
    void take(RoutingContext ctx) {
        ctx.response().addCookie(cookie(ctx, "").setMaxAge(0));
    }

    /** Lets the browser remember for some minutes that it went to the identity provider; lax, for it comes back from there. */
    void giveAttempt(RoutingContext ctx, SignInAttempt attempt) {
        ctx.response().addCookie(attemptCookie(ctx, attempt.text()).setMaxAge(ATTEMPT_SECONDS));
    }

    /** What the browser remembers of going to the identity provider, for the last time. */
    Optional<SignInAttempt> takeAttempt(RoutingContext ctx) {
        Cookie cookie = ctx.request().getCookie(attemptName(ctx));
        Optional<SignInAttempt> attempt = cookie == null ? Optional.empty() : SignInAttempt.parse(cookie.getValue());
        ctx.response().addCookie(attemptCookie(ctx, "").setMaxAge(0));
        return attempt;
    }

    private Cookie attemptCookie(RoutingContext ctx, String value) {
        return Cookie.cookie(attemptName(ctx), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isSecure(ctx))
                .setSameSite(CookieSameSite.LAX);
    }

    private String attemptName(RoutingContext ctx) {
        return (isSecure(ctx) ? HOST_PREFIX : "") + "wenju-elsewhere";
    }

    /** Where a request comes from. */
    String address(RoutingContext ctx) {
        return Quota.address(ctx, trustedProxies);
    }

    /** @throws Refusal when a request may change something and does not come from one of our pages */
    void checkOrigin(RoutingContext ctx) {
        if (!SAFE.contains(ctx.request().method()) && !fromOurPage(ctx)) {
            throw Refusal.of(ProblemType.CROSS_SITE_REQUEST, "请求不是出自本站的网页。");
        }
    }

    /**
     * The same, with the text that only our pages know.
     *
     * @param shown null when there was none
     */
    void checkCsrf(RoutingContext ctx, Staff staff, @Nullable String shown) {
        checkOrigin(ctx);
        if (shown == null || !MessageDigest.isEqual(bytes(shown), bytes(staff.csrf()))) {
            throw Refusal.of(ProblemType.CROSS_SITE_REQUEST, "缺少 " + CSRF_HEADER + "，或与登录不符；请重新打开网页。");
        }
    }

    /** Whether the browser reaches us by HTTPS, as the operator or a proxy of ours says. */
    private boolean isSecure(RoutingContext ctx) {
        if (desk != null && desk.origin() != null) {
            return desk.origin().startsWith("https:");
        }
        return ctx.request().isSSL()
                || trustedProxies.hold(
                                ctx.request().connection().remoteAddress().hostAddress())
                        && "https".equals(ctx.request().getHeader("X-Forwarded-Proto"));
    }

    /** By {@code Sec-Fetch-Site}, which no script can set; over plain HTTP browsers only send {@code Origin}. */
    private boolean fromOurPage(RoutingContext ctx) {
        String site = ctx.request().getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        String origin = ctx.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return site != null;
        }
        return desk != null && desk.origin() != null
                ? origin.equals(desk.origin())
                : site != null || isOurs(origin, ctx.request().authority());
    }

    private static boolean isOurs(String origin, @Nullable HostAndPort authority) {
        if (authority == null || !Embedding.isOrigin(origin)) {
            return false;
        }
        URI address = URI.create(origin);
        int usual = address.getScheme().equals("https") ? 443 : 80;
        return authority.host().equals(address.getHost())
                && (authority.port() > 0 ? authority.port() : usual)
                        == (address.getPort() > 0 ? address.getPort() : usual);
    }

    private String cookieName(RoutingContext ctx) {
        return isSecure(ctx) ? HOST_PREFIX + COOKIE : COOKIE;
    }

    private Cookie cookie(RoutingContext ctx, String value) {
        return Cookie.cookie(cookieName(ctx), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isSecure(ctx))
                .setSameSite(CookieSameSite.STRICT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
