package se.lotsen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import se.lotsen.conversation.ConversationId;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.storage.Notices;

/**
 * Which colleagues have a case open, so that nobody answers twice. It is told and never stored: each process remembers what
 * it hears, and who says nothing for {@link #COUNTS} is not there any more. Whether somebody may see the case is decided
 * before.
 */
final class Onlookers {
    /** Two beats of a page, and a little more. */
    static final Duration COUNTS = Duration.ofSeconds(40);
    private static final String TOPIC = "onlooker";
    private final Map<ConversationId, Map<UUID, Instant>> cases = new ConcurrentHashMap<>();
    private final Sinks.Many<ConversationId> changes = Sinks.many().multicast().directBestEffort();
    private final Notices notices;
    private final StaffAccounts accounts;
    private final Clock clock;

    Onlookers(Notices notices, StaffAccounts accounts, Clock clock) {
        this.notices = notices;
        this.accounts = accounts;
        this.clock = clock;
        // Whoever was missed says so again with the next beat.
        notices.listen(TOPIC, Notices.Listener.passing(this::heard));
    }

    /** The colleague has the case open now. Blocks. */
    void here(ConversationId conversation, Colleague who) {
        notices.tell(TOPIC, conversation.value() + " " + who.id());
    }

    private void heard(String told) {
        String[] ids = told.split(" ", 2);
        ConversationId conversation = new ConversationId(UUID.fromString(ids[0]));
        Instant[] before = new Instant[1];
        cases.compute(conversation, (id, all) -> {
            Map<UUID, Instant> there = all == null ? new ConcurrentHashMap<>() : all;
            before[0] = there.put(UUID.fromString(ids[1]), clock.instant());
            return there;
        });
        if (before[0] == null) {
            tell(conversation);
        }
    }

    /** The names of the others who have it open, in order. Blocks. */
    List<String> others(ConversationId conversation, Colleague who) {
        return cases.getOrDefault(conversation, Map.of()).entrySet().stream()
                .filter(entry -> !entry.getKey().equals(who.account().id()) && isThere(entry.getValue()))
                .flatMap(entry -> accounts.find(entry.getKey()).stream())
                .map(StaffAccount::displayName).sorted().toList();
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

    private boolean isThere(Instant seen) {
        return Duration.between(seen, clock.instant()).compareTo(COUNTS) <= 0;
    }
}
