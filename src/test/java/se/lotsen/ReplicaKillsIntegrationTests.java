package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.Frame;
import se.lotsen.testing.PatientCitizen;
import se.lotsen.testing.TwoProcesses;

/**
 * One of two processes on one PostgreSQL is killed at random, again and again, while citizens ask, wish for a person and write
 * through the proxy. What was acknowledged is there once, in one order without a gap, every question has one end, and the process
 * that starts again answers. More often with {@code -Dlotsen.replica.kills=100}; its start is compared with one in peace.
 */
class ReplicaKillsIntegrationTests {
    private static final int KILLS = Integer.getInteger("lotsen.replica.kills", 1);
    private static final int QUIET_STARTS = KILLS > 10 ? 5 : 1;
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int CITIZENS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicBoolean listening = new AtomicBoolean(true);
    private final AtomicInteger texts = new AtomicInteger();
    private final Queue<PatientCitizen> citizens = new ConcurrentLinkedQueue<>();

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenOneOfTwoIsKilled() throws Exception {
        // Whoever follows is cut off by the end of both, and ends then.
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
                TwoProcesses both = new TwoProcesses(folder)) {
            List<Duration> quiet = new ArrayList<>();
            for (int start = 0; start < QUIET_STARTS; start++) {
                both.process(1).kill();
                quiet.add(both.start(1));
            }
            List<Duration> ready = new ArrayList<>();
            for (int cycle = 0; cycle < KILLS; cycle++) {
                ready.add(cycle(both, people, cycle));
                if (ready.size() % 10 == 0) {
                    System.out.printf("kill %d of %d: ready after %d ms (median)%n", ready.size(), KILLS,
                            median(ready));
                }
            }
            double ratio = (double) median(ready) / median(quiet);
            System.out.printf(
                    "kills: %d, seed %d, acknowledged %d, sent again %d, ready after a kill %d ms (median), "
                            + "%d ms (longest), in peace %d ms: %.2f%n",
                    KILLS, SEED,
                    acknowledged(citizens),
                    citizens.stream().mapToInt(PatientCitizen::repeated).sum(), median(ready),
                    ready.stream().mapToLong(Duration::toMillis).max().orElse(0), median(quiet), ratio);
        }
    }

    private Duration cycle(TwoProcesses both, ExecutorService people, int cycle) throws Exception {
        try {
            return work(both, people, cycle);
        } catch (Throwable fault) {
            working.set(false);
            listening.set(false);
            throw fault;
        }
    }

    private Duration work(TwoProcesses both, ExecutorService people, int cycle) throws Exception {
        int victim = random.nextInt(2);
        working.set(true);
        listening.set(true);
        List<PatientCitizen> now = new ArrayList<>();
        Duration ready;
        List<Future<?>> workers = new ArrayList<>();
        for (int n = 0; n < CITIZENS; n++) {
            PatientCitizen citizen = new PatientCitizen(both.client(), listening::get);
            now.add(citizen);
            boolean asks = n % 2 == 0;
            workers.add(people.submit(() -> work(citizen, asks)));
            workers.add(people.submit(citizen::follow));
        }
        // Counted, as a time means nothing where a start takes between three seconds and ninety.
        int before = 10 + random.nextInt(20);
        await("something to lose").atMost(PATIENCE).until(() -> acknowledged(now) >= before);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(300)).toNanos());
        both.process(victim).kill();
        ready = both.start(victim);
        await("the other one goes on").atMost(PATIENCE).until(() -> acknowledged(now) >= before + 10);
        working.set(false);
        await().atMost(PATIENCE).until(
                () -> workers.stream().filter(Future::isDone).count() >= CITIZENS);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            for (int process = 0; process < 2; process++) {
                int number = process;
                assertThat(
                        now.stream().flatMap(one -> one.faults(both.process(number).client()).stream()))
                        .as("lotsen.seed=%d, cycle %d, process %d", SEED, cycle, number).isEmpty();
            }
        });
        listening.set(false);
        // Followers wait for a word; the proxy's door shuts behind them.
        for (PatientCitizen citizen : now) {
            citizen.sayGoodbye(both.process(victim).client());
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        var own = both.process(victim).client();
        assertThat(own.ask(own.start(), "vad kostar förskolan")).extracting(Frame::event)
                .as("the process that was killed answers again").contains("text", "completed");
        assertThat(both.process(victim).log()).doesNotContain(" ERROR ");
        citizens.addAll(now);
        return ready;
    }

    private static int acknowledged(Collection<PatientCitizen> all) {
        return all.stream().mapToInt(one -> one.acknowledged().size()).sum();
    }

    private void work(PatientCitizen citizen, boolean asks) {
        while (working.get()) {
            if (asks) {
                citizen.ask("vad kostar förskolan");
            } else if (citizen.wishesForAPerson()) {
                for (int message = 0; message < 3; message++) {
                    citizen.writes(unlike());
                }
                citizen.leavesTheQueue();
            }
            LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
        }
    }

    /** Letters only: a number might be somebody's, and is hidden before it is stored. */
    private String unlike() {
        return "Hej " + Integer.toString(texts.incrementAndGet()).chars()
                .mapToObj(digit -> Character.toString('a' + digit - '0')).collect(Collectors.joining());
    }

    private static long median(List<Duration> all) {
        return all.stream().mapToLong(Duration::toMillis).sorted().skip((all.size() - 1) / 2).findFirst()
                .orElse(0);
    }
}
