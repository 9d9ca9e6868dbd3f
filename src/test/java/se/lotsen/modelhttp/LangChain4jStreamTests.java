package se.lotsen.modelhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.testing.RawServer;

/** A streaming model of LangChain4j on this wire. */
@Timeout(30)
class LangChain4jStreamTests {
    private final ModelWire wire = new ModelWire(Duration.ofSeconds(5));
    private final ModelHttpClient client = wire.client(
            new WireLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), 10_000, 100_000));
    private final Heard heard = new Heard();

    @AfterEach
    void closeWire() {
        wire.close();
    }

    @Test
    void hearsEveryPieceAndTheEnd() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk(piece("Bibli")) + Http.chunk(piece("oteket"))
                    + Http.chunk("data: [DONE]\n\n") + "0\r\n\r\n");
            return true;
        })) {
            ask(server);
            assertThat(heard.end.get(10, TimeUnit.SECONDS)).isEqualTo("complete");
            assertThat(heard.pieces).containsExactly("Bibli", "oteket");
        }
    }

    @Test
    void isCancelledBeforeItsFirstPiece() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
            asked.countDown();
            return true;
        })) {
            ask(server);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            client.close();
            server.hungUpAt();
            assertThat(heard.end.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(WireFault.class,
                    fault -> assertThat(fault.reason()).isEqualTo(WireFault.Reason.CANCELLED));
        }
    }

    @Test
    void aConnectionThatBreaksInTheMiddleEndsItOnceAsBroken() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            Http.write(out, Http.STREAM_HEAD + Http.chunk(piece("Bibli")));
            return false;
        })) {
            ask(server);
            assertThat(heard.end.get(10, TimeUnit.SECONDS)).isInstanceOfSatisfying(WireFault.class,
                    fault -> assertThat(fault.reason()).isEqualTo(WireFault.Reason.BROKEN));
            assertThat(heard.pieces).containsExactly("Bibli");
        }
    }

    private void ask(RawServer server) {
        OpenAiStreamingChatModel.builder().httpClientBuilder(client.asBuilder()).baseUrl(server.url() + "/v1")
                .apiKey("k").modelName("m").build().chat("När öppnar biblioteket?", heard);
    }

    private static String piece(String text) {
        return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":"
                + "{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    /** What a handler is told. */
    private static final class Heard implements StreamingChatResponseHandler {
        private final List<String> pieces = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Object> end = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String piece) {
            pieces.add(piece);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (!end.complete("complete")) {
                pieces.add("a second end");
            }
        }

        @Override
        public void onError(Throwable error) {
            if (!end.complete(error)) {
                pieces.add("a second end");
            }
        }
    }
}
