package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceProcess;

/** A service that is killed without warning goes on where it stopped: what citizens saw stays, what was open is ended. */
class CrashRecoveryIntegrationTests {
    private static final Path KNOWLEDGE = Path.of("knowledge-base").toAbsolutePath();
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int CITIZENS = 6;
    private static final List<String> QUESTIONS = List.of("vad kostar förskolan", "hur söker man bygglov",
            "när öppnar simhallen", "vem vann allsvenskan");

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final ConcurrentMap<Talk, List<Frame>> seen = new ConcurrentHashMap<>();

    @Test
    @Timeout(240)
    void whatCitizensSawSurvivesEveryKillAndWhatWasOpenIsEnded() throws IOException {
        Path data = folder.resolve("data");
        String[] before = {"83 pages updated, 0 unchanged", "0 pages updated, 83 unchanged"};
        for (String index : before) {
            try (ServiceProcess service = ServiceProcess.serve(data, KNOWLEDGE)) {
                assertThat(service.log()).contains("Index: " + index);
                assertWhole(service.client());
                talkUntilKilled(service, 40 + random.nextInt(150));
            }
        }
        flipAByte(data.resolve("index"));
        try (ServiceProcess service = ServiceProcess.serve(data, KNOWLEDGE)) {
            assertThat(service.log()).contains("is damaged and is made anew", "Index: 83 pages updated");
            assertWhole(service.client());
            assertThat(service.log()).doesNotContain("ERROR");
        }
    }

    /** Citizens ask one question after another and note every event they see, until the service dies in the middle. */
    private void talkUntilKilled(ServiceProcess service, int events) {
        AtomicInteger left = new AtomicInteger(events);
        ChatClient client = service.client();
        List<Talk> talks = IntStream.range(0, CITIZENS).mapToObj(n -> client.start()).toList();
        try (var citizens = Executors.newVirtualThreadPerTaskExecutor()) {
            talks.forEach(talk -> citizens.submit(() -> {
                List<Frame> journal = seen.computeIfAbsent(talk, key -> new ArrayList<>());
                for (int n = 0; left.get() > 0; n++) {
                    String question = QUESTIONS.get(n % QUESTIONS.size());
                    ChatClient.until(client.begin(talk, ChatClient.newKey(), question).body(), frame -> {
                        journal.add(frame);
                        if (left.decrementAndGet() == 0) {
                            service.kill();
                        }
                        return false;
                    });
                }
            }));
        }
        assertThat(left.get()).as("lotsen.seed=%d: killed in the middle", SEED).isLessThanOrEqualTo(0);
    }

    private void assertWhole(ChatClient client) {
        seen.forEach((talk, journal) -> {
            // Killed before its first question was stored: nothing was seen, and nothing can be missing.
            int stored = client.transcript(talk).size();
            assertThat(stored).as("lotsen.seed=%d: what was seen is stored", SEED)
                    .isGreaterThanOrEqualTo(journal.size());
            if (stored == 0) {
                return;
            }
            List<Frame> all = client.events(talk, 0, frame -> frame.event().equals("completed")
                    && frame.id() >= stored);
            assertThat(all).as("lotsen.seed=%d: what was seen stays", SEED).startsWith(
                    journal.toArray(Frame[]::new));
            assertThat(all).extracting(Frame::id)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
            if (journal.size() < all.size()) {
                assertThat(client.events(talk, journal.size(), frame -> frame.id() == all.size()))
                        .isEqualTo(all.subList(journal.size(), all.size()));
            }
            assertThat(client.transcript(talk)).hasSameSizeAs(all);
            assertThat(count(all, "completed")).as("one end for each question")
                    .isEqualTo(count(all, "question"));
        });
    }

    private static long count(List<Frame> frames, String event) {
        return frames.stream().filter(frame -> frame.event().equals(event)).count();
    }

    private void flipAByte(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            Path largest = files.max((a, b) -> Long.compare(size(a), size(b))).orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[random.nextInt(bytes.length)] ^= 1;
            Files.write(largest, bytes);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
