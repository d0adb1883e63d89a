package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import io.vertx.openapi.contract.Operation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.ApiKey;
import wenju.store.KeySecret;
import wenju.store.Role;
import wenju.store.Scope;

/**
 * Who may do what: reads the operation's {@code security} and {@code x-roles} in the contract, and the {@code Authorization}
 * header or the session. A key that is shown must be valid and have the scope, also where nobody needs one: whoever shows a key
 * wants its limits, and a revoked one must not pass as anonymous. An operation without {@code x-roles} is for everybody who is
 * signed in, even before a one-time password is replaced. Comes before the body is read.
 */
final class Access implements SecurityPolicyHandler {
    private static final Logger log = LoggerFactory.getLogger(Access.class);
    private static final String SCHEME = "Bearer ";
    private static final String KEY = "wenju.key";
    private static final String SESSION = "session";
    private static final String CSRF = "csrf";

    private final Contract contract;
    private final Keys keys;
    private final Clock clock;
    private final Sessions sessions;

    Access(Contract contract, Keys keys, Clock clock, Sessions sessions) {
        this.contract = contract;
        this.keys = keys;
        this.clock = clock;
        this.sessions = sessions;
    }

    /** The key that the request came with; null when it came without. */
    static @Nullable ApiKey key(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    @Override
    public void handle(RoutingContext ctx) {
        Operation operation = contract.openApi()
                .findOperation(ctx.normalizedPath(), ctx.request().method());
        JsonArray security = operation == null ? new JsonArray() : contract.security(operation);
        List<String> shown = ctx.request().headers().getAll("Authorization");
        if (operation != null && shown.isEmpty() && requires(security, SESSION)) {
            ctx.request().pause();
            sessions.find(ctx)
                    .onSuccess(staff -> decide(ctx, staff, operation))
                    .onFailure(ctx::fail)
                    .onComplete(done -> goOn(ctx));
        } else if (security.isEmpty() || shown.isEmpty()) {
            if (security.isEmpty() || security.contains(new JsonObject())) {
                ctx.next();
            } else {
                ctx.fail(unauthorized(ctx, "这个操作要用密钥：Authorization: Bearer wenju_…"));
            }
        } else {
            ctx.request().pause();
            found(shown)
                    .onSuccess(key -> decide(ctx, key, security))
                    .onFailure(ctx::fail)
                    .onComplete(done -> goOn(ctx));
        }
    }

    /**
     * The rest of a body must be taken in though the answer is out already, or the client would wait to be rid of it and never
     * read the answer. Over HTTP/2 the stream may be over by then, which nothing asks beforehand.
     */
    private static void goOn(RoutingContext ctx) {
        if (ctx.request().isEnded()) {
            return;
        }
        try {
            ctx.request().resume();
        } catch (IllegalStateException e) {
            log.debug("a request was over before it could go on", e);
        }
    }

    private void decide(RoutingContext ctx, Optional<Staff> found, Operation operation) {
        Set<Role> roles = contract.roles(operation);
        if (found.isEmpty()) {
            ctx.fail(notSignedIn(ctx));
        } else if (!roles.isEmpty() && found.get().account().oneTime()) {
            ctx.fail(Refusal.of(ProblemType.PASSWORD_TO_BE_CHANGED, "请先换掉一次性的口令。"));
        } else if (!roles.isEmpty() && !roles.contains(found.get().role())) {
            ctx.fail(forbidden(roles));
        } else {
            try {
                if (requires(contract.security(operation), CSRF)) {
                    sessions.checkCsrf(ctx, found.get(), ctx.request().getHeader(Sessions.CSRF_HEADER));
                }
                found.get().enter(ctx);
                ctx.next();
            } catch (Refusal refused) {
                ctx.fail(refused);
            }
        }
    }

    /** What somebody is told whose role may not do something. */
    static Refusal forbidden(Set<Role> roles) {
        String names = roles.stream()
                .sorted()
                .map(role -> Words.CHINESE.get(role.code()))
                .collect(Collectors.joining("、"));
        return Refusal.of(ProblemType.ROLE_FORBIDDEN, "这里只给" + names + "。");
    }

    /** What somebody is told who is not signed in, or no longer. */
    static Refusal notSignedIn(RoutingContext ctx) {
        ctx.response().putHeader("WWW-Authenticate", "Session realm=\"wenju\"");
        return Refusal.of(ProblemType.NOT_SIGNED_IN, "请先登录。");
    }

    private static void decide(RoutingContext ctx, Optional<ApiKey> key, JsonArray security) {
        if (key.isEmpty()) {
            ctx.fail(unauthorized(ctx, "密钥无效、已过期或已撤销。"));
        } else if (!security.contains(new JsonObject()) && !requires(security, "key")) {
            ctx.fail(Refusal.of(ProblemType.FORBIDDEN, "这个操作只给登录的工作人员，不能用密钥。"));
        } else if (!allows(key.get(), security)) {
            ctx.fail(Refusal.of(ProblemType.FORBIDDEN, "这把密钥没有 " + String.join("、", scopes(security)) + " 权限。"));
        } else {
            ctx.put(KEY, key.get());
            ctx.next();
        }
    }

    private static boolean requires(JsonArray security, String scheme) {
        return security.stream().map(JsonObject.class::cast).anyMatch(way -> way.containsKey(scheme));
    }

    private Future<Optional<ApiKey>> found(List<String> shown) {
        String header = shown.getFirst();
        Optional<KeySecret> secret = shown.size() == 1 && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? KeySecret.parse(header.substring(SCHEME.length()).strip())
                : Optional.empty();
        return secret.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : keys.find(secret.get().digest()).map(found -> found.filter(key -> key.validAt(clock.instant())));
    }

    private static Refusal unauthorized(RoutingContext ctx, String detail) {
        ctx.response().putHeader("WWW-Authenticate", "Bearer realm=\"wenju\"");
        return Refusal.of(ProblemType.UNAUTHORIZED, detail);
    }

    private static boolean allows(ApiKey key, JsonArray security) {
        return scopes(security).stream()
                .allMatch(code -> Scope.of(code).filter(key.scopes()::contains).isPresent());
    }

    private static List<String> scopes(JsonArray security) {
        return security.stream()
                .map(JsonObject.class::cast)
                .flatMap(requirement -> requirement.stream())
                .flatMap(entry -> ((JsonArray) entry.getValue()).stream())
                .map(String::valueOf)
                .toList();
    }
}
