package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.PatientCitizen;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TwoProcesses;

/** Two processes on one PostgreSQL behind a proxy without sticky sessions: one talk goes on whichever of them dies. */
class ReplicasIntegrationTests {
    private static final String FEE = "pages/barn-och-utbildning/forskola-avgift.md";
    private static final Pattern CLAIM = Pattern
            .compile("/desk/cases/([0-9a-f-]{36})/claim\"[\\s\\S]*?name=\"version\" value=\"(\\d+)\"");
    private static final int ROUNDS = Integer.getInteger("lotsen.replica.publications", 3);
    private static final Duration A_PUBLICATION = Duration.ofSeconds(3);

    private static final List<String> WRITTEN = List.of("Hej Anna, hör du mig?", "Hör du mig fortfarande?",
            "Och nu?");
    private static final List<String> REPLIES = List.of("Ja, jag hör dig.", "Ja, det gör jag.", "Nu också.");

    @TempDir
    private Path folder;

    private final AtomicBoolean listening = new AtomicBoolean(true);

    @Test
    void aTalkGoesOnWhileOneIsKilledAndTheOtherIsReplaced() throws Exception {
        // Whoever follows is cut off by the end of both, and ends then.
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
                TwoProcesses both = new TwoProcesses(folder)) {
            talk(both, people);
        } finally {
            listening.set(false);
        }
    }

    private void talk(TwoProcesses both, ExecutorService people) throws Exception {
        try {
            StaffBrowser anna = both.anna();
            assertThat(anna.get("/desk").statusCode()).as("signed in at both").isEqualTo(200);
            assertThat(anna.get("/desk").statusCode()).isEqualTo(200);
            publishedOnOneServedByBoth(both, anna);

            PatientCitizen citizen = new PatientCitizen(both.client(), listening::get);
            Future<?> follower = people.submit(citizen::follow);
            citizen.ask("vad kostar förskolan");
            assertThat(citizen.wishesForAPerson()).isTrue();
            String conversation = claimed(anna);
            assertThat(citizen.writes(WRITTEN.get(0))).isTrue();
            reply(anna, conversation, REPLIES.get(0));

            both.process(0).kill();
            assertThat(citizen.writes(WRITTEN.get(1))).isTrue();
            reply(anna, conversation, REPLIES.get(1));
            both.start(0);

            both.process(1).terminate();
            assertThat(citizen.writes(WRITTEN.get(2))).isTrue();
            reply(anna, conversation, REPLIES.get(2));
            assertThat(both.process(1).endsWithin(Duration.ofSeconds(15))).isTrue();
            both.start(1);
            assertThat(anna.submitFrom("/staff", "/desk/cases/" + conversation + "/return", "nyckel",
                    ChatClient.newKey(), "orsak", "other", "slut", "solved").statusCode()).isEqualTo(303);
            citizen.ask("hur söker man bygglov");

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                // A reply can be taken back for some seconds, and comes after what the citizen wrote meanwhile.
                List<String> all = texts(both, citizen);
                assertThat(all).containsSubsequence(WRITTEN).containsSubsequence(REPLIES);
                assertThat(all).filteredOn(REPLIES::contains).hasSameSizeAs(REPLIES);
                assertThat(citizen.faults(both.process(0).client())).isEmpty();
                assertThat(citizen.faults(both.process(1).client())).isEmpty();
            });
            listening.set(false);
            citizen.sayGoodbye(both.client());
            follower.get();
            assertThat(both.process(0).log() + both.process(1).log()).doesNotContain(" ERROR ");
        } catch (Throwable fault) {
            listening.set(false);
            throw fault;
        }
    }

    /** A page that one takes away and puts back is gone and back at both, in the time that the issue gives. */
    private static void publishedOnOneServedByBoth(TwoProcesses both, StaffBrowser anna) {
        String history = "/editor/sidor/historik?fil=" + FEE;
        List<Long> millis = new ArrayList<>();
        // The first round warms up what has never been asked.
        for (int round = 0; round <= ROUNDS; round++) {
            for (boolean there : new boolean[]{false, true}) {
                String end = there ? "/editor/sidor/historik/aterstall" : "/editor/sidor/historik/ta-bort";
                assertThat(anna.submitFrom(history, end, "fil", FEE, "nummer", "1").statusCode())
                        .isEqualTo(303);
                long begun = System.nanoTime();
                await().atMost(Duration.ofSeconds(30)).pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> serves(both, 0) == there && serves(both, 1) == there);
                if (round > 0) {
                    millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
                }
            }
        }
        Collections.sort(millis);
        System.out.printf("published at one, served by both after %d ms (median of %d), %d ms (longest)%n",
                millis.get(millis.size() / 2), millis.size(), millis.getLast());
        assertThat(Duration.ofMillis(millis.get(millis.size() / 2))).isLessThan(A_PUBLICATION);
    }

    private static boolean serves(TwoProcesses both, int number) {
        boolean there = new StaffBrowser(both.process(number).port()).get("/knowledge/forskola-avgift")
                .statusCode() == 200;
        return there;
    }

    private static String claimed(StaffBrowser anna) {
        String[] conversation = new String[1];
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Matcher waiting = CLAIM.matcher(anna.get("/desk").body());
            if (waiting.find()) {
                conversation[0] = waiting.group(1);
                return anna.submitFrom("/staff", "/desk/cases/" + conversation[0] + "/claim", "version",
                        waiting.group(2)).statusCode() == 303;
            }
            return false;
        });
        return conversation[0];
    }

    private static void reply(StaffBrowser anna, String conversation, String text) {
        String key = ChatClient.newKey();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> anna.submitFrom("/staff",
                "/desk/cases/" + conversation + "/reply", "nyckel", key, "svar", text).statusCode() == 303);
    }

    private static List<String> texts(TwoProcesses both, PatientCitizen citizen) {
        return StreamSupport.stream(both.client().transcript(citizen.talk()).spliterator(), false)
                .map(event -> event.required("data").path("text").asString("")).toList();
    }
}
