package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceTest;

/**
 * S31: a flood, and whoever pays for it. Limits are shown by {@code RateLimitTests}, what a model may cost by the guard's own tests; here that a
 * flood fails nobody else. {@code -Dlotsen.flood=…} sends so many requests; the latencies of an honest citizen are printed.
 */
@ServiceTest
class S31FloodTests extends TownTests {
    private static final int FLOOD = Integer.getInteger("lotsen.flood", 600);

    @Test
    @Timeout(300)
    void whoeverAsksHonestlyIsAnsweredDuringAFlood() throws Exception {
        Talk honest = town.talk();
        town.citizen.ask(honest, "vad kostar förskolan");
        long[] quiet = latencies(honest, 30);
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        List<Future<?>> attackers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                attackers.add(threads.submit(() -> {
                    Caller caller = new Caller(port);
                    while (sent.incrementAndGet() <= FLOOD) {
                        Reply reply = caller.send("POST",
                                "/api/conversations/" + UUID.randomUUID() + "/questions",
                                Map.of(ChatClient.TOKEN, "x".repeat(43)), "application/json",
                                ChatClient.body("hej"));
                        failed.addAndGet(reply.status() >= 500 ? 1 : 0);
                    }
                }));
            }
            long[] loud = latencies(honest, 30);
            for (Future<?> attacker : attackers) {
                attacker.get();
            }
            System.out.printf(Locale.ROOT,
                    "| flood | %d requests | an honest question: median %.1f ms before, %.1f ms during; slowest %.1f, %.1f ms |%n",
                    FLOOD, quiet[quiet.length / 2] / 1e6,
                    loud[loud.length / 2] / 1e6, quiet[quiet.length - 1] / 1e6, loud[loud.length - 1] / 1e6);
        }
        assertThat(failed).hasValue(0);
    }

    /** Each must be an answer; sorted. */
    private long[] latencies(Talk talk, int count) {
        long[] took = new long[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            List<Frame> frames = town.citizen.ask(talk, "vad kostar förskolan");
            took[i] = System.nanoTime() - begun;
            assertThat(frames.getLast().data().required("kind").asString()).isEqualTo("answered");
        }
        Arrays.sort(took);
        return took;
    }

    @Test
    void whatAModelMayCostHasALimitByDefault() {
        se.lotsen.languagemodel.ModelProperties usual = se.lotsen.testing.Models.properties();
        assertThat(usual.callsPerMinute()).isBetween(1, 60);
        assertThat(usual.tokensPerDay()).isBetween(1L, 10_000_000L);
        assertThat(usual.tokensPerDayPerConversation()).isLessThan(usual.tokensPerDay());
        assertThat(usual.maxConcurrent()).isBetween(1, 64);
    }
}
