package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.Validator;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.http.RandomRequests.Request;
import wenju.store.Scope;

/** Whatever is sent, the service answers as the contract says it may, and never with a failure of its own. */
@ExtendWith(VertxExtension.class)
class RandomRequestsTest {
    private static final int REQUESTS = 20_000;
    private static final int AT_A_TIME = 32;
    private static final long SEED = 6;
    private static final long LONGEST_MILLIS = 60_000;

    private final Map<String, Validator> validators = new HashMap<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    @Test
    void everyResponse_isWhatTheContractSays(Vertx vertx)
            throws ExecutionException, InterruptedException, TimeoutException {
        var integrators = new Integrators();
        RunningService service = RunningService.start(vertx, RunningService.collaborators(integrators.integrations()));
        Contract contract =
                Contract.load(vertx).toCompletionStage().toCompletableFuture().join();
        List<String> keys = List.of(
                integrators.key(Scope.values()),
                integrators.key(Scope.values()),
                integrators.key(Scope.ASK),
                "Bearer nonsense");
        var requests = new RandomRequests(contract, keys, SEED);
        URI base = URI.create(service.base());
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(base.getHost()).setDefaultPort(base.getPort()),
                new PoolOptions().setHttp1MaxSize(AT_A_TIME));

        Context context = vertx.getOrCreateContext();
        for (int sent = 0; sent < REQUESTS; sent += AT_A_TIME) {
            int batch = Math.min(AT_A_TIME, REQUESTS - sent);
            List<Request> next = Stream.generate(requests::next).limit(batch).toList();
            // On the client's own thread: elsewhere a response may have come and gone before anybody reads it.
            Promise<Void> done = Promise.promise();
            context.runOnContext(go -> Future.join(next.stream()
                            .map(request -> send(client, request)
                                    .timeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                                    .onSuccess(response -> check(contract, request, response))
                                    .onFailure(failure -> broken.add(failure + " to " + request))
                                    .otherwiseEmpty())
                            .toList())
                    .<Void>mapEmpty()
                    .onComplete(done));
            done.future().toCompletionStage().toCompletableFuture().get(2, TimeUnit.MINUTES);
            assertEquals(List.of(), List.copyOf(broken));
        }
        assertEquals(
                REQUESTS, statuses.values().stream().mapToInt(Integer::intValue).sum());
        for (int status : new int[] {200, 202, 400, 401, 403, 404, 409, 415, 422}) {
            assertTrue(statuses.containsKey(status), status + " was never met: " + statuses);
        }
    }

    private record Response(int status, String type, Buffer body) {}

    private static Future<Response> send(HttpClient client, Request request) {
        var options = new RequestOptions().setMethod(request.method()).setURI(request.path());
        request.headers().forEach(options::addHeader);
        return client.request(options)
                .compose(sending -> sending.send(Buffer.buffer(request.body())))
                .compose(RandomRequestsTest::read);
    }

    private static Future<Response> read(HttpClientResponse response) {
        return response.body()
                .map(body -> new Response(
                        response.statusCode(),
                        String.valueOf(response.getHeader("Content-Type"))
                                .split(";", 2)[0]
                                .toLowerCase(Locale.ROOT),
                        body));
    }

    private synchronized void check(Contract contract, Request request, Response response) {
        statuses.merge(response.status(), 1, Integer::sum);
        JsonObject responses = contract.written(request.operation()).getJsonObject("responses");
        String where = request.operation().getOperationId() + " " + response.status() + " " + response.type();
        if (response.status() >= 500 || !responses.containsKey(Integer.toString(response.status()))) {
            broken.add(where + " to " + request + ": " + response.body());
            return;
        }
        JsonObject written = responses.getJsonObject(Integer.toString(response.status()));
        JsonObject promised = written.containsKey("$ref")
                ? (JsonObject) contract.resolve(contract.document(), written.getString("$ref"))
                : written;
        JsonObject content = promised.getJsonObject("content", new JsonObject());
        if (content.isEmpty() && response.body().length() == 0) {
            return;
        }
        if (!content.containsKey(response.type())) {
            broken.add(where + " is not promised, to " + request);
            return;
        }
        if (response.type().endsWith("json")) {
            Validator validator = validators.computeIfAbsent(
                    where, key -> validator(contract, content.getJsonObject(response.type())));
            if (!validator.validate(new JsonObject(response.body())).getValid()) {
                broken.add(where + " breaks its schema, to " + request + ": " + response.body());
            }
        }
    }

    private static Validator validator(Contract contract, JsonObject media) {
        JsonObject whole = media.getJsonObject("schema")
                .copy()
                .put(
                        "components",
                        contract.document().getJsonObject("components").copy());
        return Validator.create(
                JsonSchema.of(whole),
                new JsonSchemaOptions().setBaseUri("app://contract").setDraft(Draft.DRAFT202012));
    }
}
