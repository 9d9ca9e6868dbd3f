package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.testing.Frame;
import se.lotsen.testing.HandoverJourney;

/** However often a citizen's stream is cut ({@code -Dlotsen.cuts=N}), what is resumed is what is stored, byte for byte. */
class HandoverStreamTests extends HandoverJourney {
    private static final int CUTS = Integer.getInteger("lotsen.cuts", 50);
    private static final long SEED = 20261124;

    @Autowired
    private PersonalDataMask mask;

    @Test
    void aStreamThatIsCutAnywhereGoesOnWithoutALossOrADouble() throws Exception {
        RandomGenerator random = new java.util.Random(SEED);
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        claim(talk);
        CompletableFuture<Long> talking = CompletableFuture.supplyAsync(this::talkTogether);
        List<Frame> received = new ArrayList<>();
        for (int cut = 0; cut < CUTS; cut++) {
            int length = 1 + random.nextInt(4);
            received.addAll(listen(received, ofLength(length)));
            if (talking.isDone() && last(received) >= talking.join()) {
                break;
            }
        }
        long end = talking.get(60, TimeUnit.SECONDS);
        if (last(received) < end) {
            received.addAll(listen(received, frame -> frame.isStored() && frame.id() == end));
        }
        List<String> whole = listen(List.of(), frame -> frame.isStored() && frame.id() == end).stream()
                .map(Frame::raw).toList();
        assertThat(received).extracting(Frame::raw).isEqualTo(whole);
        assertThat(client.transcript(talk).valueStream().map(event -> event.required("id").asLong()))
                .isEqualTo(received.stream().map(Frame::id).toList());
        assertThat(client.transcript(talk).valueStream().map(event -> event.required("data").toString()))
                .isEqualTo(received.stream().map(frame -> frame.data().toString()).toList());
    }

    /** As many messages as there are cuts, from both sides in turn; ends with the last event's id. */
    private long talkTogether() {
        for (int n = 0; n < CUTS; n++) {
            if (n % 2 == 0) {
                write("fråga nummer " + n);
            } else {
                handover.postAsAgent(id(), key(), ANNA, mask.mask("svar nummer " + n), List.of());
            }
        }
        return handover.resolve(id(), key(), ANNA, "answered", "question", "Slut.").id();
    }

    private List<Frame> listen(List<Frame> received, Predicate<Frame> last) {
        return client.events(talk, last(received), last).stream().filter(Frame::isStored).toList();
    }

    private static Predicate<Frame> ofLength(int frames) {
        int[] left = {frames};
        return frame -> frame.isStored() && (--left[0] == 0 || frame.raw().contains("Slut."));
    }

    private static long last(List<Frame> received) {
        return received.isEmpty() ? 0 : received.getLast().id();
    }
}
