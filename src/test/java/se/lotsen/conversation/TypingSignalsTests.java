package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import se.lotsen.storage.Notices;

class TypingSignalsTests {
    private static final ConversationId ONE = new ConversationId(new UUID(1, 1));
    private static final ConversationId OTHER = new ConversationId(new UUID(2, 2));
    private final SettableClock clock = new SettableClock();
    private final TypingSignals typing = new TypingSignals(Notices.inProcess(), clock);

    @Test
    void eachSideHearsTheOtherOneOfItsOwnConversationAlone() {
        List<Author> agent = new ArrayList<>();
        List<Author> citizen = new ArrayList<>();
        List<Disposable> listeners = List.of(typing.of(ONE, Author.CITIZEN).subscribe(agent::add),
                typing.of(ONE, Author.AGENT).subscribe(citizen::add));
        typing.typing(OTHER, Author.CITIZEN);
        typing.typing(ONE, Author.CITIZEN);
        assertThat(agent).containsExactly(Author.CITIZEN);
        assertThat(citizen).isEmpty();
        typing.typing(ONE, Author.AGENT);
        assertThat(citizen).containsExactly(Author.AGENT);
        listeners.forEach(Disposable::dispose);
        assertThat(typing.listenedTo()).isZero();
    }

    @Test
    void signsThatComeTooFastAreDropped() {
        List<Author> agent = new ArrayList<>();
        Disposable listener = typing.of(ONE, Author.CITIZEN).subscribe(agent::add);
        for (int i = 0; i < 100; i++) {
            typing.typing(ONE, Author.CITIZEN);
        }
        assertThat(agent).hasSize(1);
        clock.advance(TypingSignals.AT_MOST_EVERY.minusMillis(1));
        typing.typing(ONE, Author.CITIZEN);
        assertThat(agent).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        typing.typing(ONE, Author.CITIZEN);
        assertThat(agent).hasSize(2);
        listener.dispose();
    }
}
