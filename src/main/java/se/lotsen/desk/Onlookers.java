package se.lotsen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import se.lotsen.conversation.ConversationId;

/**
 * Which colleagues have a case open, so that nobody answers twice. Known in this process only and never stored; who says
 * nothing for {@link #COUNTS} is not there any more. Whether somebody may see the case is decided before.
 */
final class Onlookers {
    /** Two beats of a page, and a little more. */
    static final Duration COUNTS = Duration.ofSeconds(40);
    private final Map<ConversationId, Map<String, Seen>> cases = new ConcurrentHashMap<>();
    private final Sinks.Many<ConversationId> changes = Sinks.many().multicast().directBestEffort();
    private final Clock clock;

    Onlookers(Clock clock) {
        this.clock = clock;
    }

    private record Seen(String name, Instant at) {
    }

    /** The colleague has the case open now. */
    void here(ConversationId conversation, Colleague who) {
        Seen seen = new Seen(who.account().displayName(), clock.instant());
        Seen[] before = new Seen[1];
        cases.compute(conversation, (id, all) -> {
            Map<String, Seen> there = all == null ? new ConcurrentHashMap<>() : all;
            before[0] = there.put(who.id(), seen);
            return there;
        });
        if (before[0] == null) {
            tell(conversation);
        }
    }

    /** The names of the others who have it open, in order. */
    List<String> others(ConversationId conversation, Colleague who) {
        return cases.getOrDefault(conversation, Map.of()).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(who.id()) && isThere(entry.getValue()))
                .map(entry -> entry.getValue().name()).sorted().toList();
    }

    /** Forgets those of whom nothing was heard, and tells those who stay. */
    void sweep() {
        for (ConversationId conversation : List.copyOf(cases.keySet())) {
            boolean[] gone = new boolean[1];
            cases.computeIfPresent(conversation, (id, all) -> {
                gone[0] = all.values().removeIf(seen -> !isThere(seen));
                return all.isEmpty() ? null : all;
            });
            if (gone[0]) {
                tell(conversation);
            }
        }
    }

    /** The case each time that somebody comes or goes. */
    Flux<ConversationId> changes(ConversationId conversation) {
        return changes.asFlux().filter(conversation::equals);
    }

    private void tell(ConversationId conversation) {
        changes.emitNext(conversation, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    private boolean isThere(Seen seen) {
        return Duration.between(seen.at(), clock.instant()).compareTo(COUNTS) <= 0;
    }
}
