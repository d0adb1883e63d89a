package wenju;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import wenju.answer.Evaluation;

/** The whole program as its users meet it: gazettes in, questions over HTTP out, on the carried PostgreSQL. */
class ServiceIT {
    private static final Path GAZETTES = Path.of("../shared/notices");
    private static final Path QUESTIONS = Path.of("../shared/questions/dev.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    static boolean gazettesAreHere() {
        return Files.isDirectory(GAZETTES) && Files.isRegularFile(QUESTIONS);
    }

    @Test
    void sampleNotices_answerTheQuestionOfTheReadme() {
        serve(Map.of(), (service, client) -> {
            assertEquals(200, client.status("/readyz"));
            JsonNode first = client.ask("电梯维保单位义务是什么").at("/excerpts/0");
            assertEquals("示例市人民政府令第102号", first.at("/citation/documentNumber").asText());
            assertEquals("第三章 第十三条", first.at("/citation/locator").asText());
            assertTrue(first.get("text").asText().contains("（六）"), first.toString());

            JsonNode notices = client.json("/api/v1/notices?limit=200");
            assertEquals(20, notices.get("notices").size());
            String url = first.at("/citation/url").asText();
            String page = client.text(url.substring(0, url.indexOf('#')));
            assertTrue(page.contains("id=\"" + url.substring(url.indexOf('#') + 1) + '"'), "the clause has its anchor");

            assertEquals("unanswered", client.ask("你好").get("outcome").asText());
            var figures = evaluate(service, Path.of("src/main/resources/questions/sample-questions.jsonl"));
            assertTrue(figures.hit1() >= 0.65 && figures.hit5() >= 0.9, figures.toString());
            return null;
        });
    }

    @Test
    void repealedNotice_saysByWhich() {
        serve(Map.of(), (service, client) -> {
            JsonNode notices = client.json("/api/v1/notices?limit=200&status=repealed");
            assertTrue(notices.findValuesAsText("documentNumber").contains("示政办〔2018〕47号"), notices.toString());
            for (JsonNode notice : notices.get("notices")) {
                assertTrue(notice.at("/validity/reason").asText().contains("废止"), notice.toString());
            }
            return null;
        });
    }

    @Test
    @EnabledIf("gazettesAreHere")
    void realGazettes_answerTheLiftQuestionWithAllItsItems() {
        serve(Map.of("WENJU_NOTICES_DIRECTORY", GAZETTES.toString()), (service, client) -> {
            JsonNode first = client.ask("电梯维保单位义务是什么").at("/excerpts/0");
            assertEquals("郑州市人民政府令第221号", first.at("/citation/documentNumber").asText());
            assertEquals("第三章 第十八条", first.at("/citation/locator").asText());
            for (String item : "一二三四五六七八".split("")) {
                assertTrue(first.get("text").asText().contains("（" + item + "）"), item);
            }
            var figures = evaluate(service, QUESTIONS);
            assertTrue(figures.hit1() >= 0.60 && figures.hit5() >= 0.80, figures.toString());
            return null;
        });
    }

    @FunctionalInterface
    private interface Visit {
        Object by(Service service, Client client) throws IOException, InterruptedException;
    }

    private void serve(Map<String, String> settings, Visit visit) {
        var environment = new HashMap<>(settings);
        environment.put("WENJU_HTTP_PORT", "0");
        environment.put("WENJU_DATA_DIRECTORY", directory.resolve("data").toString());
        environment.put("WENJU_LIMITS_ANONYMOUS_PER_MINUTE", "0");
        Configuration configuration =
                ConfigurationReader.read(Optional.empty(), Path.of("").toAbsolutePath(), environment);
        Rooms.use(
                configuration,
                rooms -> Service.open(rooms, new Progress(new PrintWriter(Writer.nullWriter()), false))
                        .compose(service -> service.serve()
                                .compose(port -> rooms.vertx()
                                        .executeBlocking(
                                                () -> Optional.ofNullable(visit.by(service, new Client(port))),
                                                false))));
    }

    private static Evaluation.Figures evaluate(Service service, Path questions) throws IOException {
        return new Evaluation(service.answerer()).of(questions).all();
    }

    private record Client(int port) {
        private static final HttpClient HTTP = HttpClient.newHttpClient();

        JsonNode ask(String question) throws IOException, InterruptedException {
            String body = JSON.writeValueAsString(Map.of("question", question));
            HttpRequest request = HttpRequest.newBuilder(address("/api/v1/ask"))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return JSON.readTree(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }

        JsonNode json(String path) throws IOException, InterruptedException {
            return JSON.readTree(text(path));
        }

        String text(String path) throws IOException, InterruptedException {
            return get(path).body();
        }

        int status(String path) throws IOException, InterruptedException {
            return get(path).statusCode();
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return HTTP.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        private URI address(String path) {
            return URI.create("http://localhost:" + port + path);
        }
    }
}
