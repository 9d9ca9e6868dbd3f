package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import se.lotsen.conversation.ConversationEvent.TextReleased;

/** How the log is streamed while it grows. */
interface StreamContract extends RecordContract {

    @Test
    default void streamsEveryEventOnceToWhoeverJoinsWhenever() throws Exception {
        ConversationId conversation = start();
        StoredEvent question = ask(conversation, "Öppettider?").event();
        long last = 1 + WRITERS * 25;
        Random random = new Random(Long.getLong("lotsen.seed", 1));
        List<Integer> joinAfter = random.ints(6, 0, 60).boxed().toList();
        AtomicInteger sentences = new AtomicInteger();
        List<Mono<List<Long>>> streams = joinAfter.stream()
                .map(after -> record().stream.events(conversation, after)
                        .map(StoredEvent::id).takeUntil(id -> id == last).collectList().cache())
                .toList();

        AtOnce.run(WRITERS, () -> {
            for (int i = 0; i < 25; i++) {
                int sentence = sentences.incrementAndGet();
                int reader = joinAfter.indexOf(sentence);
                if (reader >= 0) {
                    streams.get(reader).subscribe();
                }
                store().answer(question, List.of(new TextReleased("Mening " + sentence, List.of())));
            }
            return "written";
        });

        for (int i = 0; i < streams.size(); i++) {
            assertThat(streams.get(i).block(Duration.ofSeconds(10)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(joinAfter.get(i) + 1, last).boxed().toList());
        }
        assertThat(record().signals.listenedTo()).isZero();
    }
}
