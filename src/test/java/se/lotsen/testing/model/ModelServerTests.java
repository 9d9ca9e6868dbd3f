package se.lotsen.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lotsen.testing.model.ReceivedCall.End;
import se.lotsen.testing.model.Script.Ending;

/** The double itself: the providers' own clients understand it, and it remembers what it was sent. */
class ModelServerTests {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ModelServer server = ModelServer
            .start(request -> Script.inParts("Ett bad ", "är på åtta ", "mil."));

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Wire.class)
    void theProvidersOwnClientReadsTheParts(Wire wire) throws Exception {
        Heard heard = new Heard();
        client(wire).chat(List.of(SystemMessage.from("Svara kort."), UserMessage.from("Vad är det?")), heard);
        assertThat(heard.whole.get(10, TimeUnit.SECONDS).aiMessage().text())
                .isEqualTo("Ett bad är på åtta mil.");
        assertThat(heard.parts).containsExactly("Ett bad ", "är på åtta ", "mil.");
        ReceivedCall call = server.calls().getFirst();
        assertThat(call.request()).isEqualTo(new ModelRequest(wire, "Svara kort.", "Vad är det?"));
        assertThat(call.end(SOON)).isEqualTo(End.SENT);
        assertThat(call.everything()).contains("secret-key-1");
    }

    @ParameterizedTest
    @EnumSource(value = Ending.class, mode = EnumSource.Mode.EXCLUDE, names = "RESET")
    void everyEndingIsSentAsItIsCalled(Ending ending) throws Exception {
        server.behave(request -> Script.inParts("Ett ", "två").ending(ending));
        // A subscriber and no stream: a stream forgets what has come when the connection fails before it is read.
        StringBuffer text = new StringBuffer();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<?> response = http.sendAsync(request("{\"stream\":true,\"messages\":[]}"),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(bytes -> {
                    text.append(new String(bytes, StandardCharsets.UTF_8));
                    if (text.indexOf("Ett ") >= 0) {
                        begun.countDown();
                    }
                })));
        assertThat(begun.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        if (ending == Ending.CUT) {
            assertThat(server.calls().getFirst().end(SOON)).isEqualTo(End.CLOSED);
            assertThat(response).failsWithin(SOON);
        }
        if (ending == Ending.FLOOD || ending == Ending.STALL) {
            http.shutdownNow();
            assertThat(server.calls().getFirst().end(SOON)).isEqualTo(End.CLOSED);
        }
    }

    @Test
    void aRefusalHasItsStatusAndItsHeaders() throws Exception {
        server.behave(request -> Script.refusing(429).header("Retry-After", "7"));
        HttpResponse<String> response = post("{}", HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(response.body()).contains(Script.REFUSAL);
    }

    @Test
    void aClientWithoutAStreamGetsTheWholeText() throws Exception {
        HttpResponse<String> response = post("{\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}",
                HttpResponse.BodyHandlers.ofString());
        assertThat(Protocol.JSON.readTree(response.body()).at("/choices/0/message/content").asString())
                .isEqualTo("Ett bad är på åtta mil.");
    }

    private <T> HttpResponse<T> post(String body, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return http.send(request(body), handler);
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl(Wire.OPENAI) + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private StreamingChatModel client(Wire wire) {
        String url = server.baseUrl(wire);
        return switch (wire) {
            case OPENAI, AZURE -> OpenAiStreamingChatModel.builder().baseUrl(url).apiKey("secret-key-1")
                    .modelName("stub").build();
            case MISTRAL -> MistralAiStreamingChatModel.builder().baseUrl(url).apiKey("secret-key-1")
                    .modelName("stub").build();
            case ANTHROPIC -> AnthropicStreamingChatModel.builder().baseUrl(url).apiKey("secret-key-1")
                    .modelName("stub").build();
            case GEMINI -> GoogleAiGeminiStreamingChatModel.builder().baseUrl(url).apiKey("secret-key-1")
                    .modelName("stub").build();
            case OLLAMA -> OllamaStreamingChatModel.builder().baseUrl(url)
                    .customHeaders(java.util.Map.of("Authorization", "Bearer secret-key-1")).modelName("stub")
                    .build();
        };
    }

    private static final class Heard implements StreamingChatResponseHandler {
        private final List<String> parts = new ArrayList<>();
        private final CompletableFuture<ChatResponse> whole = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String part) {
            parts.add(part);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            whole.complete(response);
        }

        @Override
        public void onError(Throwable fault) {
            whole.completeExceptionally(fault);
        }
    }
}
