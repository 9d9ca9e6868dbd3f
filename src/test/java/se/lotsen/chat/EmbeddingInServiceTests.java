package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lotsen.embedding.Embeddings;
import se.lotsen.retrieval.EmbeddingUpkeep;
import se.lotsen.retrieval.Meaning;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.EmbeddingServer;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;

/** The service with an embedding server beside it, whatever becomes of that server. */
@ServiceTest
class EmbeddingInServiceTests {
    private static final EmbeddingServer SERVER = new EmbeddingServer();
    private static final List<String> QUESTIONS = List.of("vad kostar bygglov",
            "när öppnar återvinningscentralen",
            "hur söker jag förskola", "where can I swim", "vem ringer man om skolskjuts",
            "får jag elda i trädgården");
    private static final int ROUNDS = 8;

    @LocalServerPort
    private int port;
    @Autowired
    private Retriever retriever;
    @Autowired
    private PassageIndex words;
    @Autowired
    private EmbeddingUpkeep upkeep;
    @Autowired
    private Embeddings embeddings;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("lotsen.embedding.base-url", SERVER::baseUrl);
        registry.add("lotsen.embedding.name", () -> "words-as-vectors");
    }

    @BeforeEach
    void everythingIsEmbedded() throws InterruptedException {
        assertThat(upkeep.awaitFirstRound(Duration.ofMinutes(5))).isTrue();
        assertThat(upkeep.status().ready()).as(upkeep.status().toString()).isTrue();
    }

    @AfterEach
    void repair() {
        SERVER.fail(EmbeddingServer.Fault.NONE);
    }

    @Test
    void everyPassageIsEmbeddedOnceAndTheStatusSaysSo() {
        assertThat(upkeep.status().embedded()).isEqualTo(upkeep.status().total()).isGreaterThan(500);
        assertThat(upkeep.status().model()).isEqualTo(embeddings.model());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEAD", "SILENT", "HALF_DIMENSION", "STATUS_500"})
    void aBrokenServerUnderLoadFailsNoQuestion(EmbeddingServer.Fault fault) throws Exception {
        SERVER.fail(fault);
        List<Future<Retrieval>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < ROUNDS * QUESTIONS.size(); i++) {
                String question = QUESTIONS.get(i % QUESTIONS.size());
                asked.add(threads.submit(() -> retriever.retrieve(question, "sv")));
            }
        }
        for (int i = 0; i < asked.size(); i++) {
            Retrieval found = asked.get(i).get();
            Meaning meaning = found.evidence().meaning();
            assertThat(meaning.isUsed()).isFalse();
            assertThat(meaning.without()).isIn("UNREACHABLE", "TIMEOUT", "WRONG_DIMENSION", "REFUSED",
                    "RESTING");
            assertThat(found.pages()).isEqualTo(words.retrieve(QUESTIONS.get(i % QUESTIONS.size())).pages());
        }
        ChatClient client = new ChatClient(port);
        List<Frame> frames = client.ask(client.start(), "Vad kostar bygglov?");
        assertThat(frames.getLast().event()).isEqualTo("completed");
        assertThat(frames.getLast().data().path("kind").asString()).isNotEqualTo("failed");
    }
}
