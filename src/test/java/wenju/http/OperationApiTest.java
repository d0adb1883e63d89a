package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class OperationApiTest {
    @Test
    void readiness_followsTheParts(Vertx vertx) {
        var readiness = new AtomicReference<>(of(Readiness.Status.STARTING));
        RunningService service = RunningService.start(
                vertx,
                new Collaborators(
                        RunningService::answer,
                        RunningService.SampleNoticesInMemory.INSTANCE,
                        new AnswersInMemory(),
                        readiness::get,
                        List::of,
                        typed -> List.of(),
                        Collaborators.CHINA));

        assertReady(service, 503, "{\"status\":\"starting\",\"parts\":{\"index\":\"starting\"}}");
        assertEquals(200, service.get("/livez").statusCode());

        readiness.set(of(Readiness.Status.READY));
        assertReady(service, 200, "{\"status\":\"ready\",\"parts\":{\"index\":\"ready\"}}");

        readiness.set(of(Readiness.Status.DEGRADED));
        assertReady(service, 200, "{\"status\":\"degraded\",\"parts\":{\"index\":\"degraded\"}}");
    }

    @Test
    void contract_isServedAsItStands(Vertx vertx) {
        HttpResponse<String> response = RunningService.start(vertx).get("/openapi.yaml");

        assertEquals(200, response.statusCode());
        assertEquals(
                "application/yaml",
                response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.body().contains("application/problem+json"), "what the router cannot read is served");
        assertTrue(response.body().contains("\nopenapi: 3.1."), response.body().substring(0, 200));
    }

    @Test
    void port_thatIsTaken_failsTheStart(Vertx vertx) {
        int taken = URI.create(RunningService.start(vertx).base()).getPort();

        CompletionException failure = Assertions.assertThrows(
                CompletionException.class,
                () -> RunningService.start(
                        vertx,
                        RunningService.collaborators(
                                RunningService::answer, RunningService.SampleNoticesInMemory.INSTANCE),
                        HttpSettings.of(taken, 0)));

        Assertions.assertInstanceOf(BindException.class, failure.getCause());
    }

    private static Readiness of(Readiness.Status status) {
        return new Readiness(status, Map.of("index", status));
    }

    private static void assertReady(RunningService service, int status, String body) {
        HttpResponse<String> response = service.get("/readyz");
        assertEquals(status, response.statusCode());
        assertEquals(new JsonObject(body), new JsonObject(response.body()));
    }
}
