package se.lotsen.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.model.GoodModel;
import se.lotsen.testing.model.ModelServer;
import se.lotsen.testing.model.Script;
import se.lotsen.testing.model.Script.Ending;
import se.lotsen.testing.model.Wire;

/**
 * F8: a hundred citizens wait for a model that says nothing. Whoever asks beside them does not queue behind them: the bulkhead is
 * full, and they get the quotation at once. The ratio of the times is printed, not asserted: the machine is
 * shared. {@code -Dlotsen.f8.seconds=600} for the full length.
 */
class F08BulkheadFaults {
    private static final int SECONDS = Integer.getInteger("lotsen.f8.seconds", 60);
    private static final int WAITING = 100;
    /** None of those who wait is let go before the end. */
    private static final Duration LONGER = Duration.ofSeconds(SECONDS + 120);

    private final List<String> questions = Library.read(KnowledgeFiles.shipped()).pages().values().stream()
            .flatMap(page -> page.metadata().questions().stream()).toList();

    @Test
    void whoAsksBesideAStalledModelDoesNotWaitForIt() throws Exception {
        try (ModelServer server = ModelServer.start(new GoodModel());
                Assistant quiet = Assistant.setup().start();
                Assistant busy = Assistant.setup().model(server, Wire.OPENAI)
                        .with("lotsen.model.first-token-timeout", LONGER)
                        .with("lotsen.model.idle-timeout", LONGER).with("lotsen.model.total-timeout", LONGER)
                        .with("lotsen.model.max-concurrent", WAITING).patient(LONGER).start();
                ExecutorService citizens = Executors.newVirtualThreadPerTaskExecutor()) {
            server.onlyCount();
            times(quiet, Duration.ofSeconds(5)); // both are warm from here on
            List<Long> without = times(quiet, Duration.ofSeconds(SECONDS / 4));
            server.behave(request -> Script.inParts("Vänta").first(0).ending(Ending.STALL));
            for (int n = 0; n < WAITING; n++) {
                citizens.submit(() -> busy.ask(questions.getFirst()));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> server.count() >= WAITING);
            List<Long> beside = times(busy, Duration.ofSeconds(SECONDS));
            citizens.shutdownNow();
            System.out.printf(Locale.ROOT,
                    "| F8 %d citizens wait for a stalled model | %d questions beside them | p50 %d ms, p99 %d ms; quiet %d, %d | ratio of p50 %.1f, of p99 %.1f |%n",
                    WAITING, beside.size(), p(beside, 0.5), p(beside, 0.99), p(without, 0.5),
                    p(without, 0.99), ratio(beside, without, 0.5), ratio(beside, without, 0.99));
            assertThat(server.count()).as("nobody else reached the model").isEqualTo(WAITING);
            assertThat(beside).as("waited for the model").allMatch(time -> time < SECONDS * 1000L);
        }
    }

    private List<Long> times(Assistant assistant, Duration length) {
        List<Long> times = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        for (int n = 0; System.nanoTime() < end; n++) {
            Given given = assistant.ask(questions.get(n % questions.size()));
            assertThat(given.outcome().kind()).isNotEqualTo(AnswerKind.FAILED);
            times.add(given.took().toMillis());
        }
        Collections.sort(times);
        return times;
    }

    private static double ratio(List<Long> beside, List<Long> quiet, double share) {
        return p(beside, share) / Math.max(1.0, p(quiet, share));
    }

    private static long p(List<Long> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
