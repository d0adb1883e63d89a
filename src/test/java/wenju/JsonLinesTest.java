package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two forms of the log, by the shipped {@code config/logback.xml}. */
class JsonLinesTest {
    @Test
    void json_isOneObjectALine() throws Exception {
        JsonNode line = new ObjectMapper().readTree(logged("json"));

        assertEquals("WARN", line.get("level").asText());
        assertEquals("wenju.Some", line.get("logger").asText());
        assertEquals("两行\n文字", line.get("message").asText());
        assertEquals(7, line.get("millis").asInt());
        assertTrue(line.get("error").asText().startsWith("java.lang.IllegalStateException: 原因"), line.toString());
    }

    @Test
    void text_isOneLineWithItsKeys() throws Exception {
        String line = logged("text").lines().findFirst().orElseThrow();

        assertTrue(line.endsWith(" WARN  Some - 两行 ⏎ 文字 millis=7"), line);
    }

    private static String logged(String appender) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_FORMAT", appender);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("config", "logback.xml").toFile());
        var written = new ByteArrayOutputStream();
        var root = context.getLogger("ROOT");
        var console = (ConsoleAppender<ILoggingEvent>) root.getAppender(appender);
        console.setOutputStream(written);
        context.getLogger("wenju.Some")
                .atWarn()
                .addKeyValue("millis", 7)
                .setCause(new IllegalStateException("原因"))
                .log("两行\n文字");
        context.stop();
        return written.toString(StandardCharsets.UTF_8);
    }
}
