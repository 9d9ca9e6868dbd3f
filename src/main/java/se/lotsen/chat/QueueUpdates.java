package se.lotsen.chat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.DeskSignals;
import se.lotsen.conversation.StoredEvent;

/**
 * A waiting citizen's place in the queue while it changes. It is told, never stored: whoever comes back is told the place of
 * that moment. Agents who come and go change the estimate without a signal, so it looks now and then by itself, too.
 */
final class QueueUpdates {
    private final PersonRequests persons;
    private final DeskSignals desks;
    private final Duration lookEvery;

    QueueUpdates(PersonRequests persons, DeskSignals desks, Duration lookEvery) {
        this.persons = persons;
        this.desks = desks;
        this.lookEvery = lookEvery;
    }

    /** Something of a place, as the stream sends it. */
    record Update(int position, @Nullable Integer estimateMinutes) {
    }

    /**
     * The places, first the present one if the conversation waits; ends with the events.
     *
     * @param events the conversation's, shared by the caller; a change of state begins or ends the wait
     */
    Flux<Update> of(ConversationId conversation, Flux<StoredEvent> events) {
        return Flux.merge(Mono.just(conversation),
                events.filter(event -> event.event() instanceof StateChanged).map(StoredEvent::conversation))
                .onBackpressureLatest()
                .switchMap(this::whileWaiting);
    }

    private Flux<Update> whileWaiting(ConversationId conversation) {
        return Mono.fromCallable(() -> persons.language(conversation))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(language -> place(conversation, language)
                        .flatMapMany(place -> place.queue() == null || place.position() == null
                                ? Flux.empty()
                                : Flux.merge(desks.of(place.queue()),
                                        Flux.interval(lookEvery).onBackpressureDrop())
                                        .onBackpressureLatest()
                                        .concatMap(signal -> place(conversation, language), 1)
                                        .mapNotNull(QueueUpdates::update).distinctUntilChanged()));
    }

    private Mono<PersonRequests.Place> place(ConversationId conversation, String language) {
        return Mono.fromCallable(() -> persons.place(conversation, language))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static @Nullable Update update(PersonRequests.Place place) {
        return Optional.ofNullable(place.position())
                .map(position -> new Update(position, place.estimateMinutes())).orElse(null);
    }
}
