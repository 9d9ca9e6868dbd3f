package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import se.lotsen.storage.Notices;

class ConversationSignalsTests {
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(1, 1));
    private final ConversationSignals signals = new ConversationSignals(Notices.inProcess());

    @Test
    void whatHappensDuringTheFirstSignalIsHeard() {
        AtomicBoolean first = new AtomicBoolean(true);

        StepVerifier.create(signals.of(CONVERSATION).doOnNext(signal -> {
            if (first.getAndSet(false)) {
                signals.changed(CONVERSATION);
            }
        }).take(2)).expectNextCount(2).expectComplete().verify(Duration.ofSeconds(5));
    }

    @Test
    void signalsForABusyListenerAreJoinedIntoOne() {
        StepVerifier.create(signals.of(CONVERSATION), 1)
                .expectNext(CONVERSATION)
                .then(() -> {
                    for (int i = 0; i < 1000; i++) {
                        signals.changed(CONVERSATION);
                    }
                })
                .thenRequest(1000)
                .expectNext(CONVERSATION)
                .expectNoEvent(Duration.ofMillis(20))
                .thenCancel()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void changesWithoutListenersLeaveNothingBehind() {
        signals.changed(CONVERSATION);

        StepVerifier.create(signals.of(CONVERSATION).take(1)).expectNext(CONVERSATION).verifyComplete();
        assertThat(signals.listenedTo()).isZero();
    }
}
