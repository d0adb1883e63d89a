package wenju.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wenju.store.Scope;

/** The façade, by the client that OpenAI publishes. */
@SuppressWarnings("deprecation") // there is no other way to the fields that the client does not know
@ExtendWith(VertxExtension.class)
class OpenAiClientTest {
    private static final Integrators INTEGRATORS = new Integrators();
    private static RunningService service;

    @BeforeAll
    static void start(Vertx vertx) {
        service = RunningService.start(vertx, RunningService.collaborators(INTEGRATORS.integrations()));
    }

    @Test
    void models_areListed() {
        assertEquals(
                List.of("wenju"),
                client().models().list().data().stream()
                        .map(model -> model.id())
                        .toList());
    }

    @Test
    void chat_bringsTheClauseWithItsSource() {
        ChatCompletion completion = client().chat().completions().create(asking(RunningService.QUESTION));

        ChatCompletionMessage message = completion.choices().getFirst().message();
        String text = message.content().orElseThrow();
        assertTrue(text.startsWith("[1] 《示例市电梯安全管理办法》（示例市人民政府令第12号） 第三章 第十二条，现行有效\n"), text);
        assertTrue(text.contains(SampleNotices.article12().text()), text);
        assertEquals(
                SampleNotices.article12().id(),
                citations(message._additionalProperties()).getFirst().get("passageId"));
    }

    @Test
    void stream_saysTheSameBitByBit() {
        String whole = client().chat()
                .completions()
                .create(asking(RunningService.QUESTION))
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();
        try (StreamResponse<ChatCompletionChunk> stream =
                client().chat().completions().createStreaming(asking(RunningService.QUESTION))) {
            List<ChatCompletionChunk> chunks = stream.stream().toList();
            assertEquals(
                    whole,
                    chunks.stream()
                            .flatMap(chunk -> chunk.choices().stream())
                            .flatMap(choice -> choice.delta().content().stream())
                            .collect(Collectors.joining()));
            assertEquals(
                    2,
                    citations(chunks.getLast().choices().getFirst().delta()._additionalProperties())
                            .size());
            assertTrue(chunks.getLast().choices().getFirst().finishReason().isPresent());
        }
    }

    @Test
    void nothingFound_isSaid() {
        String text = client().chat()
                .completions()
                .create(asking("今天下雨吗"))
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();
        assertEquals("已收录的文件里没有找到能回答这个问题的条款。", text);
    }

    @Test
    void badKey_isTheClientsOwnException() {
        OpenAIClient stranger = OpenAIOkHttpClient.builder()
                .baseUrl(service.base() + "/v1")
                .apiKey("wenju_unknown")
                .maxRetries(0)
                .build();
        assertThrows(UnauthorizedException.class, () -> stranger.models().list());
    }

    private static OpenAIClient client() {
        return OpenAIOkHttpClient.builder()
                .baseUrl(service.base() + "/v1")
                .apiKey(INTEGRATORS.key(Scope.ASK).substring("Bearer ".length()))
                .build();
    }

    /** With fields that mean nothing here. */
    private static ChatCompletionCreateParams asking(String question) {
        return ChatCompletionCreateParams.builder()
                .model("wenju")
                .addSystemMessage("回答要简短。")
                .addUserMessage(question)
                .temperature(0.2)
                .maxCompletionTokens(64)
                .build();
    }

    private static List<Map<?, ?>> citations(Map<String, JsonValue> properties) {
        List<?> found = properties.get("citations").convert(List.class);
        return found.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
