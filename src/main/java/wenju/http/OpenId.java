package wenju.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import io.vertx.ext.auth.oauth2.providers.OpenIDConnectAuth;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenju.store.Identity;
import wenju.store.Role;

/**
 * The identity provider, asked by the authorisation code flow with PKCE (OpenID Connect Core §3.1, RFC 7636). What its ID token
 * says is believed when the token is signed by the provider's keys, for us, in time, and for this very attempt.
 */
final class OpenId {
    private static final Logger log = LoggerFactory.getLogger(OpenId.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SILENCE_SECONDS = 10;

    /** For clocks that differ. */
    private static final long LEEWAY_SECONDS = 30;

    private final Vertx vertx;
    private final OpenIdSettings settings;
    private final String redirect;
    private volatile @Nullable OAuth2Auth provider;

    /** @param redirect where the provider sends people back, registered there */
    OpenId(Vertx vertx, OpenIdSettings settings, String redirect) {
        this.vertx = vertx;
        this.settings = settings;
        this.redirect = redirect;
    }

    /** Where to send somebody who wants to sign in. */
    Future<String> address(SignInAttempt attempt) {
        return provider()
                .map(known -> known.authorizeURL(new OAuth2AuthorizationURL()
                        .setRedirectUri(redirect)
                        .setScopes(List.of("openid", "profile"))
                        .setState(attempt.state())
                        .setCodeChallenge(attempt.challenge())
                        .setCodeChallengeMethod("S256")
                        .putAdditionalParameter("nonce", attempt.nonce())));
    }

    /**
     * Who somebody is that the provider sent back.
     *
     * @return empty when what it says is not to be believed, or gives no role
     */
    Future<Optional<Identity>> identity(SignInAttempt attempt, String code) {
        return provider()
                .compose(known -> known.authenticate(new Oauth2Credentials()
                                .setFlow(OAuth2FlowType.AUTH_CODE)
                                .setCode(code)
                                .setCodeVerifier(attempt.verifier())
                                .setRedirectUri(redirect))
                        .map(user -> identity(attempt, user))
                        .recover(refused -> {
                            log.warn(
                                    "the identity provider's answer is not accepted: {}",
                                    String.valueOf(refused.getMessage()));
                            return Future.succeededFuture(Optional.empty());
                        }));
    }

    private Optional<Identity> identity(SignInAttempt attempt, User user) {
        // Only there when the signature is right; the library does not look at the time, so nothing else is left to it
        // either.
        JsonObject token = user.attributes().getJsonObject("idToken");
        if (token == null
                || !settings.issuer().equals(token.getString("iss"))
                || !values(token.getValue("aud")).contains(settings.clientId())
                || !attempt.nonce().equals(token.getString("nonce"))
                || token.getLong("exp", 0L) + LEEWAY_SECONDS < Instant.now().getEpochSecond()
                || token.getString("sub", "").isBlank()) {
            log.warn("the identity provider's ID token is not accepted");
            return Optional.empty();
        }
        Optional<Role> role = role(token);
        if (role.isEmpty()) {
            log.warn("the identity provider gives somebody no role that we know");
        }
        return role.map(found -> new Identity(
                settings.issuer() + ' ' + token.getString("sub"),
                token.getString("preferred_username", ""),
                token.getString("name", ""),
                found));
    }

    private Optional<Role> role(JsonObject token) {
        Object claim = token;
        for (String part : settings.roleClaim().split("\\.")) {
            claim = claim instanceof JsonObject object ? object.getValue(part) : null;
        }
        List<String> given = values(claim);
        return settings.roles().entrySet().stream()
                .filter(entry -> given.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<String> values(@Nullable Object claim) {
        if (claim instanceof JsonArray many) {
            return many.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one) : List.of();
    }

    /** Looked up when it is first needed, and again until it answers: it may come up after us. */
    private Future<OAuth2Auth> provider() {
        OAuth2Auth known = provider;
        if (known != null) {
            return Future.succeededFuture(known);
        }
        var options = new OAuth2Options()
                .setSite(settings.issuer())
                .setClientId(settings.clientId())
                .setClientSecret(settings.clientSecret())
                .setValidateIssuer(true)
                .setHttpClientOptions(new HttpClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setIdleTimeout(SILENCE_SECONDS)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS));
        return OpenIDConnectAuth.discover(vertx, options)
                .map(found -> {
                    found.missingKeyHandler(id -> found.jWKSet());
                    provider = found;
                    return found;
                })
                .recover(failure -> {
                    log.warn("the identity provider {} cannot be asked", settings.issuer(), failure);
                    return Future.failedFuture(
                            Refusal.later(ProblemType.IDENTITY_UNAVAILABLE, "单点登录暂时连不上，请在 %d 秒后再试，或用口令登录。", 30));
                });
    }
}
