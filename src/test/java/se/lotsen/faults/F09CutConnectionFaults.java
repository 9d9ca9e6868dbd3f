package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.ServiceProcess;

/**
 * F9: a citizen's connection is cut at any byte, by reset, silence or end, or crumbled by a slow network. The question is sent
 * again under its key and the stream resumed by {@code Last-Event-ID}: what was received in pieces is the transcript, each
 * event once. {@code -Dlotsen.f9=100000} for the full count.
 */
class F09CutConnectionFaults {
    private static final int CUTS = Integer.getInteger("lotsen.f9", 1_000);
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final int CUTS_A_TALK = 5;
    private static final List<String> QUESTIONS = List.of("vad kostar förskolan", "när är tippen öppen",
            "hur ansöker jag om bygglov", "parkeringstillstånd för rörelsehindrade");

    private enum Kind {
        RESET, LIMIT, TIMEOUT, SLICER
    }

    @TempDir
    private Path folder;
    private final Random random = new Random(SEED);
    private final Map<Kind, Integer> met = new EnumMap<>(Kind.class);

    @Test
    void whatIsReceivedInPiecesIsTheTranscript() {
        try (ServiceProcess service = ServiceProcess.serve(folder.resolve("data"),
                Path.of("knowledge-base").toAbsolutePath(),
                Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE", "1000000",
                        "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "1000000"));
                ToxicProxy network = ToxicProxy.before(service.port())) {
            for (int cuts = 0; cuts < CUTS;) {
                cuts += oneTalk(service.client(), network);
            }
            assertThat(service.log()).doesNotContain(" ERROR ");
        }
        System.out.printf("| F9 connection cut at any byte | %d cuts %s | every transcript identical |%n",
                CUTS,
                met);
    }

    /** Until its answer has come whole, or that often; how often. */
    private int oneTalk(ChatClient direct, ToxicProxy network) {
        Talk talk = direct.start();
        String key = ChatClient.newKey();
        String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        List<Frame> received = new ArrayList<>();
        int cuts = 0;
        while (cuts < CUTS_A_TALK && received.stream().noneMatch(F09CutConnectionFaults::completes)) {
            cuts++;
            network.towardsClient(toxic());
            // A client of its own each time: a connection that was kept would have the toxic of before.
            received.addAll(piece(new ChatClient(network.port()), talk, key, question, received));
        }
        network.towardsClient(null);
        if (received.stream().noneMatch(F09CutConnectionFaults::completes)) {
            direct.ask(talk, key, question);
            received.addAll(direct.events(talk, last(received), F09CutConnectionFaults::completes).stream()
                    .filter(Frame::isStored).toList());
        }
        assertThat(received).extracting(Frame::id)
                .isEqualTo(direct.transcript(talk).valueStream()
                        .map(event -> event.required("id").asLong()).toList());
        assertThat(received).extracting(frame -> frame.data().toString())
                .isEqualTo(direct.transcript(talk).valueStream()
                        .map(event -> event.required("data").toString()).toList());
        return cuts;
    }

    /** Asks at first, resumes later; whatever comes whole before the cut. */
    private static List<Frame> piece(ChatClient client, Talk talk, String key, String question,
            List<Frame> received) {
        try {
            List<Frame> frames = received.isEmpty()
                    ? ChatClient.until(client.begin(talk, key, question).body(),
                            F09CutConnectionFaults::completes)
                    : client.events(talk, last(received), F09CutConnectionFaults::completes);
            return frames.stream().filter(Frame::isStored).toList();
        } catch (UncheckedIOException | AssertionError e) {
            // Cut before the head of the answer.
            return List.of();
        }
    }

    private Toxic toxic() {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        met.merge(kind, 1, Integer::sum);
        return switch (kind) {
            case RESET -> new Toxic.ResetPeer(Duration.ofMillis(random.nextInt(60)));
            case LIMIT -> new Toxic.LimitData(1 + random.nextInt(6_000));
            case TIMEOUT -> new Toxic.Timeout(Duration.ofMillis(random.nextInt(60)));
            case SLICER -> new Toxic.Slicer(1 + random.nextInt(400), Duration.ofMillis(1));
        };
    }

    private static boolean completes(Frame frame) {
        return frame.raw().contains("event:completed");
    }

    private static long last(List<Frame> received) {
        return received.isEmpty() ? 0 : received.getLast().id();
    }
}
