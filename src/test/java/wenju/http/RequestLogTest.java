package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(VertxExtension.class)
class RequestLogTest {
    @Test
    void line_tellsIdRouteOutcomeAndTime_andNothingOfTheAsker(Vertx vertx) {
        var lines = new ListAppender<ILoggingEvent>();
        Logger logger = (Logger) LoggerFactory.getLogger("wenju.requests");
        lines.start();
        logger.addAppender(lines);
        String id;
        try {
            RunningService service = RunningService.start(vertx);
            id = new JsonObject(service.ask(RunningService.question("维保的秘密")).body()).getString("id");
            service.get("/?q=secret");
            service.get("/notices/secret");
            service.ask("{\"question\": \"\"}");
            service.get("/secret");
        } finally {
            logger.detachAppender(lines);
        }

        List<String> written =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(written.getFirst().matches(id + " POST /api/v1/ask answered \\d+ ms"), written.getFirst());
        assertEquals(
                List.of(
                        "POST /api/v1/ask answered",
                        "page / unanswered",
                        "page /notices/{id} notice-not-found",
                        "POST /api/v1/ask invalid-request",
                        "none not-found"),
                written.stream()
                        .map(line -> line.replaceAll("^\\S+ | \\d+ ms$", ""))
                        .toList());
    }
}
