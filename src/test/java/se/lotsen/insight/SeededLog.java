package se.lotsen.insight;

import static se.lotsen.testing.Masked.masked;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.Source;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.TownClock;

/** A made-up log in the service's own record, and a list of the same that tests can count by themselves. */
final class SeededLog {
    static final String QUEUE = "provkon";
    static final List<String> LANGUAGES = List.of("sv", "sv", "sv", "en", "ar", "und");
    /** No two share a word. */
    private static final List<String> TOPICS = List.of("förskolan avgift", "sopor hämtning",
            "altan bygglov", "parkering tillstånd", "simhallen öppet", "hemtjänst ansökan");
    private static final Agent EVA = new Agent("00000000-0000-4000-8000-00000000e0a1", "Eva");
    private final SeededRandom random = new SeededRandom();
    private final ConversationStore store;
    private final HandoverStore cases;
    private final TownClock clock;
    final List<Asked> asked = new ArrayList<>();
    final List<Waited> waits = new ArrayList<>();

    SeededLog(ConversationStore store, HandoverStore cases, TownClock clock) {
        this.store = store;
        this.cases = cases;
        this.clock = clock;
    }

    /** The service counts by itself when it starts: not in the midst of a made-up log. */
    static void countOnlyWhenAsked(ScheduledTaskHolder schedule, DailyTotals totals) {
        schedule.getScheduledTasks().stream().filter(task -> task.toString().contains("InsightConfiguration"))
                .forEach(task -> task.cancel(false));
        // Waits for a count that has begun.
        totals.keepUp();
    }

    /** One question; {@code page} is null when none was found. */
    record Asked(ConversationId conversation, Instant at, int topic, String language, AnswerOutcome outcome,
            @Nullable String page, @Nullable Boolean helpful, boolean handedOver) {
    }

    /** One wait that an agent ended, or the citizen. */
    record Waited(Instant begun, int seconds, boolean accepted) {
    }

    /** Questions in conversations, within these moments; each topic has its page, or none. */
    void ask(int questions, Instant from, Duration within, List<String> pages) {
        Instant before = clock.instant();
        while (asked.size() < questions) {
            clock.set(from.plusSeconds(random.below((int) within.toSeconds())));
            ConversationId conversation = store.start(key()).id();
            int turns = Math.min(random.between(1, 4), questions - asked.size());
            boolean last = random.below(3) == 0;
            for (int turn = 1; turn <= turns; turn++) {
                one(conversation, turn, pages, last && turn == turns);
                clock.set(clock.instant().plusSeconds(random.oneOf(List.of(60, 600, 36_000, 100_000))));
            }
        }
        clock.set(before);
    }

    private void one(ConversationId conversation, int answer, List<String> pages, boolean handedOver) {
        int topic = random.below(TOPICS.size());
        String page = random.below(5) == 0 ? null : pages.get(topic);
        String language = random.oneOf(LANGUAGES);
        AnswerOutcome outcome = random.oneOf(List.of(AnswerOutcome.values()));
        Instant at = clock.instant();
        AskedQuestion question = store.ask(conversation, key(), masked(TOPICS.get(topic)), language);
        List<ConversationEvent> events = new ArrayList<>();
        events.add(new SourcesFound(page == null
                ? List.of()
                : List.of(new Source(page, "Sida", 0.9, "/knowledge/" + page, null, null))));
        events.add(new Completed(outcome.kind(), outcome, answer, 0.5));
        store.answer(question.event(), events);
        Boolean helpful = random.below(3) == 0 ? (Boolean) (random.below(2) == 0) : null;
        if (helpful != null) {
            store.rate(conversation, key(), answer, helpful, null);
        }
        if (handedOver) {
            wait(conversation);
        }
        asked.add(new Asked(conversation, at, topic, language, outcome, page, helpful, handedOver));
    }

    private void wait(ConversationId conversation) {
        Instant begun = clock.instant();
        int seconds = random.between(1, 2000);
        boolean accepted = random.below(4) > 0;
        cases.request(conversation, key(), QUEUE, "{}", null);
        clock.set(begun.plusSeconds(seconds));
        if (accepted) {
            cases.claim(conversation, EVA, cases.standing(conversation).version(), null);
            cases.giveBack(conversation, key(), EVA, null);
        } else {
            cases.leaveQueue(conversation, key(), null);
        }
        waits.add(new Waited(begun, seconds, accepted));
    }

    @Override
    public String toString() {
        return random.toString();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }
}
