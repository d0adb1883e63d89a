package wenju.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * An OpenID Connect provider in which everybody is signed in already: it discovers, authorises, redeems each code once by client
 * secret and PKCE, and signs by RS256. What its tokens say is the test's. It ends with the Vert.x it was given.
 */
final class IdentityProvider {
    private record Grant(String redirect, String challenge, String nonce) {}

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final KeyPair published = keys();
    private final String client;
    private final String secret;
    private final HttpServer server;
    private volatile KeyPair signing = published;
    private volatile JsonObject claims = new JsonObject();

    private IdentityProvider(Vertx vertx, String client, String secret) {
        this.client = client;
        this.secret = secret;
        this.server = vertx.createHttpServer().requestHandler(this::answer);
    }

    static IdentityProvider start(Vertx vertx, String client, String secret) {
        var provider = new IdentityProvider(vertx, client, secret);
        provider.server
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(2, TimeUnit.MINUTES)
                .join();
        return provider;
    }

    String issuer() {
        return "http://localhost:" + server.actualPort() + "/realm";
    }

    /** What it says of whoever comes, over issuer, nonce and times. */
    void says(JsonObject claims) {
        this.claims = claims;
    }

    void signByAnotherKey() {
        signing = keys();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/realm/.well-known/openid-configuration" ->
                send(
                        request,
                        new JsonObject()
                                .put("issuer", issuer())
                                .put("authorization_endpoint", issuer() + "/authorize")
                                .put("token_endpoint", issuer() + "/token")
                                .put("jwks_uri", issuer() + "/keys")
                                .put("grant_types_supported", new JsonArray().add("authorization_code")));
            case "/realm/keys" -> send(request, new JsonObject().put("keys", new JsonArray().add(key())));
            case "/realm/authorize" -> authorize(request);
            case "/realm/token" ->
                request.setExpectMultipart(true).end().onSuccess(read -> redeem(request, request.formAttributes()));
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void authorize(HttpServerRequest request) {
        String code = UUID.randomUUID().toString();
        MultiMap asked = request.params();
        grants.put(code, new Grant(asked.get("redirect_uri"), asked.get("code_challenge"), asked.get("nonce")));
        request.response()
                .setStatusCode(302)
                .putHeader(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.get("state"), UTF_8))
                .end();
    }

    private void redeem(HttpServerRequest request, MultiMap form) {
        String basic = "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        Grant grant = grants.remove(String.valueOf(form.get("code")));
        if (!basic.equals(request.getHeader("Authorization"))
                || grant == null
                || !grant.redirect().equals(form.get("redirect_uri"))
                || !grant.challenge().equals(challenge(String.valueOf(form.get("code_verifier"))))) {
            request.response().setStatusCode(400).end("{\"error\": \"invalid_grant\"}");
            return;
        }
        long now = Instant.now().getEpochSecond();
        JsonObject token = new JsonObject()
                .put("iss", issuer())
                .put("nonce", grant.nonce())
                .put("iat", now)
                .put("exp", now + 300)
                .mergeIn(claims);
        send(
                request,
                new JsonObject()
                        .put("access_token", "opaque")
                        .put("token_type", "Bearer")
                        .put("expires_in", 300)
                        .put("id_token", signed(token)));
    }

    private JsonObject key() {
        var key = (RSAPublicKey) published.getPublic();
        return new JsonObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", "one")
                .put("n", encoded(unsigned(key.getModulus())))
                .put("e", encoded(unsigned(key.getPublicExponent())));
    }

    private String signed(JsonObject claims) {
        String text = encoded("{\"alg\":\"RS256\",\"kid\":\"one\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "."
                + encoded(claims.encode().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signing.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void send(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }
}
