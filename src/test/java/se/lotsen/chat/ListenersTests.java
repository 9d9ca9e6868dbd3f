package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import se.lotsen.conversation.ConversationId;

@Isolated
class ListenersTests {
    private static final ConversationId TALK = new ConversationId(UUID.fromString(
            "00000000-0000-0000-0000-000000000001"));
    private static final ConversationId OTHER = new ConversationId(UUID.fromString(
            "00000000-0000-0000-0000-000000000002"));
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<ConversationId> left = new ArrayList<>();
    private final Listeners listeners = new Listeners(GRACE, time, left::add);

    @Test
    void theEventsComeThroughUnchanged() {
        StepVerifier.create(listeners.counted(TALK, Flux.just(1, 2))).expectNext(1, 2).verifyComplete();
        StepVerifier.create(listeners.counted(TALK, Flux.error(new IllegalStateException("x"))))
                .verifyErrorMessage("x");
    }

    @Test
    void nobodyIsCountedBeforeHeListens() {
        Flux<Integer> events = listeners.counted(TALK, Flux.never());
        assertThat(listeners.conversations()).isZero();
        events.subscribe();
        events.subscribe();
        assertThat(listeners.conversations()).isEqualTo(1);
    }

    @Test
    void whoIsGoneForTheWholeGraceHasLeft() {
        listen(TALK).dispose();
        time.advanceTimeBy(GRACE.minusMillis(1));
        assertThat(left).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(left).containsExactly(TALK);
        assertThat(listeners.conversations()).isZero();
    }

    @Test
    void whoComesBackInTimeHasNotLeft() {
        listen(TALK).dispose();
        time.advanceTimeBy(GRACE.minusMillis(1));
        listen(TALK);
        time.advanceTimeBy(GRACE.multipliedBy(3));
        assertThat(left).isEmpty();
    }

    @Test
    void whoGoesAgainHasTheWholeGraceAgain() {
        listen(TALK).dispose();
        time.advanceTimeBy(Duration.ofSeconds(8));
        listen(TALK).dispose();
        time.advanceTimeBy(Duration.ofSeconds(9));
        assertThat(left).as("gone for nine seconds").isEmpty();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(left).containsExactly(TALK);
    }

    @Test
    void oneOfTwoWhoGoesLeavesTheOther() {
        Disposable first = listen(TALK);
        Disposable second = listen(TALK);
        first.dispose();
        time.advanceTimeBy(GRACE.multipliedBy(2));
        assertThat(left).isEmpty();
        second.dispose();
        time.advanceTimeBy(GRACE);
        assertThat(left).containsExactly(TALK);
    }

    @Test
    void conversationsAreCountedApart() {
        listen(OTHER);
        listen(TALK).dispose();
        time.advanceTimeBy(GRACE);
        assertThat(left).containsExactly(TALK);
        assertThat(listeners.conversations()).isEqualTo(1);
    }

    @Test
    void aStreamThatEndsByItselfIsAListenerLess() {
        TestPublisher<Integer> events = TestPublisher.create();
        listeners.counted(TALK, events.flux()).subscribe();
        events.complete();
        time.advanceTimeBy(GRACE);
        assertThat(left).containsExactly(TALK);
    }

    private Disposable listen(ConversationId conversation) {
        return listeners.counted(conversation, Flux.never()).subscribe();
    }
}
