package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceProcess;

/**
 * F16: a page is published again and again while citizens ask about it. No question fails, and no answer mixes two versions of
 * the page. The times beside publishing and without are printed, not asserted: the machine is shared. {@code -Dlotsen.f16=1000}
 * for the full count.
 */
class F16IndexSwapFaults {
    private static final int SWAPS = Integer.getInteger("lotsen.f16", 100);
    private static final int CITIZENS = 3;
    /** Answers before anything is published, for the comparison. */
    private static final int QUIET = 200;
    private static final Pattern VERSION = Pattern.compile("upplaga (\\d+)");
    private static final String QUESTION = "vad kostar grävtillstånd för enskild väg";

    @TempDir
    private Path folder;
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    @Test
    void noAnswerFailsOrMixesVersionsWhilePagesAreSwapped() throws Exception {
        Path knowledge = folder.resolve("knowledge");
        FileSystemUtils.copyRecursively(Path.of("knowledge-base"), knowledge);
        publish(knowledge, 0);
        try (ServiceProcess service = ServiceProcess.serve(folder.resolve("data"), knowledge,
                Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000"))) {
            AtomicBoolean done = new AtomicBoolean();
            Queue<Set<String>> answers = new ConcurrentLinkedQueue<>();
            try (ExecutorService citizens = Executors.newFixedThreadPool(CITIZENS)) {
                for (int n = 0; n < CITIZENS; n++) {
                    citizens.submit(() -> {
                        while (!done.get()) {
                            answers.add(ask(service.client()));
                        }
                        return null;
                    });
                }
                await().atMost(Duration.ofMinutes(2)).until(() -> times.size() >= QUIET);
                long quiet = p99();
                times.clear();
                for (int version = 1; version <= SWAPS; version++) {
                    publish(knowledge, version);
                    String served = Integer.toString(version);
                    await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
                            .until(() -> answers.stream().anyMatch(answer -> answer.contains(served)));
                    answers.removeIf(answer -> answer.size() == 1);
                }
                long swapping = p99();
                done.set(true);
                citizens.shutdown();
                assertThat(citizens.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
                System.out.printf(Locale.ROOT,
                        "| F16 page swapped under load | %d swaps | 0 failed, 0 mixed | p99 quiet %d ms, swapping %d ms, ratio %.2f |%n",
                        SWAPS, quiet, swapping, swapping / (double) quiet);
            }
            assertThat(answers).as("answers that name not exactly one version")
                    .allSatisfy(answer -> assertThat(answer).hasSize(1));
            assertThat(service.log()).doesNotContain(" ERROR ");
        }
    }

    private Set<String> ask(ChatClient client) {
        long begun = System.nanoTime();
        String answer = client.ask(client.start(), QUESTION).stream().map(frame -> frame.raw())
                .filter(raw -> raw.contains("event:text")).collect(Collectors.joining());
        times.add((System.nanoTime() - begun) / 1_000_000);
        return VERSION.matcher(answer).results().map(MatchResult::group).map(text -> text.substring(8))
                .collect(Collectors.toSet());
    }

    private long p99() {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) (0.99 * (sorted.size() - 1)));
    }

    /** In one step, as an editor's program does it. */
    private static void publish(Path knowledge, int version) {
        try {
            Path page = knowledge.resolve("pages/gravtillstand.md");
            Path fresh = knowledge.resolve("pages/.gravtillstand.new");
            Files.writeString(fresh, """
                    ---
                    id: gravtillstand
                    title: Grävtillstånd för enskild väg
                    url: https://www.lindakra.example/gravtillstand
                    area: bygga-och-bo
                    owner: Samhällsbyggnad
                    audience: [residents]
                    reviewed: 2026-09-14
                    reviewBy: 2036-09-14
                    nonDigitalRoute: "Ring oss."
                    contact: utbildning
                    questions:
                      - "vad kostar grävtillstånd för enskild väg"
                    ---
                    # Grävtillstånd för enskild väg

                    Grävtillstånd för enskild väg kostar %d kronor enligt upplaga %d.

                    ## Så ansöker du om grävtillstånd för enskild väg

                    Du ansöker om grävtillstånd för enskild väg enligt upplaga %d.
                    """.formatted(1000 + version, version, version));
            Files.move(fresh, page, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
