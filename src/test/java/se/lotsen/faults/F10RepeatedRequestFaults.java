package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceProcess;
import tools.jackson.databind.JsonNode;

/**
 * F10: a client doubles, reorders and delays its requests, some at the same instant. Each key has one effect (I3), ids have no
 * gap (I2). {@code -Dlotsen.f10=100000} for the full count of requests.
 */
class F10RepeatedRequestFaults {
    private static final int REQUESTS = Integer.getInteger("lotsen.f10", 1_000);
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int KEYS_A_TALK = 5;

    @TempDir
    private Path folder;
    private final Random random = new Random(SEED);

    private record Write(String key, String path, String body) {
    }

    @Test
    void eachKeyHasOneEffectHoweverItsRequestsCome() throws Exception {
        int sent = 0;
        int accepted = 0;
        try (ServiceProcess service = ServiceProcess.serve(folder.resolve("data"),
                Path.of("knowledge-base").toAbsolutePath(),
                Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000"));
                ExecutorService network = Executors.newVirtualThreadPerTaskExecutor()) {
            ChatClient client = service.client();
            while (sent < REQUESTS) {
                Talk talk = client.start();
                List<Write> writes = storm();
                sent += writes.size();
                accepted += sendAll(client, talk, writes, network);
                assertOneEffectEach(client, talk, writes);
            }
            assertThat(service.log()).doesNotContain(" ERROR ");
        }
        System.out.printf(
                "| F10 doubled, reordered, late requests | %d requests, %d accepted | one effect a key, no gap |%n",
                sent, accepted);
    }

    /** Five questions, each sent one to four times, in an order that nobody planned. */
    private List<Write> storm() {
        List<Write> writes = new ArrayList<>();
        for (int n = 0; n < KEYS_A_TALK; n++) {
            Write write = new Write(ChatClient.newKey(), "/questions",
                    ChatClient.body("fråga " + random.nextInt(1_000_000) + " om förskolan"));
            for (int copy = 0; copy <= random.nextInt(4); copy++) {
                writes.add(write);
            }
        }
        Collections.shuffle(writes, random);
        return writes;
    }

    private int sendAll(ChatClient client, Talk talk, List<Write> writes, ExecutorService network)
            throws InterruptedException, ExecutionException {
        int accepted = 0;
        List<Future<Integer>> under = new ArrayList<>();
        for (Write write : writes) {
            under.add(network.submit(() -> send(client, talk, write)));
            if (random.nextBoolean()) {
                for (Future<Integer> one : under) {
                    accepted += one.get();
                }
                under.clear();
            }
        }
        for (Future<Integer> one : under) {
            accepted += one.get();
        }
        return accepted;
    }

    private static int send(ChatClient client, Talk talk, Write write) {
        HttpResponse<String> answer = client.post(talk.path(write.path()), talk.headers(write.key()),
                write.body());
        // 409: another question is being answered; honest, and nothing is stored.
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
        return answer.statusCode() == 200 ? 1 : 0;
    }

    private static void assertOneEffectEach(ChatClient client, Talk talk, List<Write> writes) {
        List<Write> distinct = writes.stream().distinct().toList();
        // What was refused is sent again, and so is what was not: by now each must be there, once.
        distinct.forEach(write -> assertThat(send(client, talk, write)).isEqualTo(1));
        List<JsonNode> events = client.transcript(talk).valueStream().toList();
        assertThat(events).extracting(event -> event.required("id").asLong())
                .isEqualTo(java.util.stream.LongStream.rangeClosed(1, events.size()).boxed().toList());
        List<String> questions = events.stream()
                .filter(event -> event.required("type").asString().equals("question"))
                .map(event -> ChatClient.body(event.required("data").required("text").asString())).toList();
        assertThat(questions)
                .containsExactlyInAnyOrderElementsOf(distinct.stream().map(Write::body).toList());
        assertThat(events.stream().filter(event -> event.required("type").asString().equals("completed")))
                .hasSize(distinct.size());
    }
}
