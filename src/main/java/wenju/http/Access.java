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
import org.jspecify.annotations.Nullable;
import wenju.store.ApiKey;
import wenju.store.KeySecret;
import wenju.store.Scope;

/**
 * Who may do what: reads the operation's {@code security} in the contract and the {@code Authorization} header. A key that is
 * shown must be valid and have the scope, also where nobody needs one: whoever shows a key wants its limits, and a
 * revoked one must not pass as anonymous. Comes before the body is read.
 */
final class Access implements SecurityPolicyHandler {
    private static final String SCHEME = "Bearer ";
    private static final String KEY = "wenju.key";

    private final Contract contract;
    private final Keys keys;
    private final Clock clock;

    Access(Contract contract, Keys keys, Clock clock) {
        this.contract = contract;
        this.keys = keys;
        this.clock = clock;
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
        if (security.isEmpty() || shown.isEmpty()) {
            if (security.isEmpty() || security.contains(new JsonObject())) {
                ctx.next();
            } else {
                ctx.fail(unauthorized(ctx, "这个操作要用密钥：Authorization: Bearer wenju_…"));
            }
            return;
        }
        ctx.request().pause();
        found(shown)
                .onSuccess(key -> decide(ctx, key, security))
                .onFailure(ctx::fail)
                .onComplete(done -> ctx.request().resume());
    }

    private static void decide(RoutingContext ctx, Optional<ApiKey> key, JsonArray security) {
        if (key.isEmpty()) {
            ctx.fail(unauthorized(ctx, "密钥无效、已过期或已撤销。"));
        } else if (!allows(key.get(), security)) {
            ctx.fail(Refusal.of(ProblemType.FORBIDDEN, "这把密钥没有 " + String.join("、", scopes(security)) + " 权限。"));
        } else {
            ctx.put(KEY, key.get());
            ctx.next();
        }
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
