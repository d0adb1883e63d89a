package wenju.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.store.ApiKey;
import wenju.store.KeySecret;
import wenju.store.Scope;

/** {@code /api/v1/desk/keys}. */
final class KeysApi {
    private final Desk desk;

    KeysApi(Desk desk) {
        this.desk = desk;
    }

    /** The body, as validated against the contract; what is absent is null. */
    record NewKey(
            String name, List<String> scopes, @Nullable Integer perMinute) {}

    /** The body, as validated against the contract. */
    record KeyRotation(int overlapHours) {}

    /** Key of the contract. */
    record KeyJson(
            String id,
            String name,
            List<String> scopes,
            @Nullable Integer perMinute,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean valid) {
        static KeyJson of(ApiKey key) {
            return new KeyJson(
                    key.id(),
                    key.name(),
                    key.scopes().stream().map(Scope::code).sorted().toList(),
                    key.perMinute(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt(),
                    key.validAt(Instant.now()));
        }
    }

    record KeyListJson(List<KeyJson> keys) {}

    /** @param secret is told once */
    record KeyWithSecret(KeyJson key, String secret) {}

    void list(RoutingContext ctx) {
        desk.keys()
                .list()
                .onSuccess(keys -> send(
                        ctx, 200, new KeyListJson(keys.stream().map(KeyJson::of).toList())))
                .onFailure(ctx::fail);
    }

    void create(RoutingContext ctx) {
        NewKey wanted = Json.read(ctx.body().buffer(), NewKey.class);
        KeySecret secret = KeySecret.random();
        desk.keys()
                .create(
                        secret,
                        wanted.name().strip(),
                        wanted.scopes().stream()
                                .map(code -> Scope.of(code).orElseThrow())
                                .collect(Collectors.toSet()),
                        wanted.perMinute(),
                        Staff.of(ctx).actor())
                .onSuccess(key -> send(ctx, 201, new KeyWithSecret(KeyJson.of(key), secret.reveal())))
                .onFailure(ctx::fail);
    }

    void rotate(RoutingContext ctx) {
        KeyRotation wanted = Json.read(ctx.body().buffer(), KeyRotation.class);
        KeySecret secret = KeySecret.random();
        existing(desk.keys()
                        .rotate(
                                ctx.pathParam("id"),
                                secret,
                                Duration.ofHours(wanted.overlapHours()),
                                Staff.of(ctx).actor()))
                .onSuccess(key -> send(ctx, 201, new KeyWithSecret(KeyJson.of(key), secret.reveal())))
                .onFailure(ctx::fail);
    }

    void revoke(RoutingContext ctx) {
        existing(desk.keys().revoke(ctx.pathParam("id"), Staff.of(ctx).actor()))
                .onSuccess(key -> send(ctx, 200, KeyJson.of(key)))
                .onFailure(ctx::fail);
    }

    private static Future<ApiKey> existing(Future<Optional<ApiKey>> found) {
        return found.map(key -> key.orElseThrow(() -> Refusal.of(ProblemType.KEY_NOT_FOUND, "没有这把有效的密钥。")));
    }

    private static void send(RoutingContext ctx, int status, Object body) {
        ctx.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
        Body.json(ctx, body);
    }
}
