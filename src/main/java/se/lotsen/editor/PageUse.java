package se.lotsen.editor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.conversation.QuestionHistory;

/** How often residents have met each page lately. Counted anew when somebody looks after a minute; it blocks for that. */
final class PageUse {
    static final Duration LATELY = Duration.ofDays(30);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private final QuestionHistory history;
    private final Clock clock;
    private @Nullable Counted counted;

    PageUse(QuestionHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /**
     * A page's use in the last thirty days.
     *
     * @param hits answers that cite it
     * @param rated how many of these were rated
     * @param helpful how many of the rated ones helped
     */
    public record Use(int hits, int rated, int helpful) {
        static final Use NONE = new Use(0, 0, 0);

        Use and(@Nullable Boolean helped) {
            return new Use(hits + 1, rated + (helped == null ? 0 : 1),
                    helpful + (Boolean.TRUE.equals(helped) ? 1 : 0));
        }

        /** 0 to 100; null while nobody has rated it. */
        public @Nullable Integer helpfulness() {
            return rated == 0 ? null : Math.round(100f * helpful / rated);
        }
    }

    private record Counted(Instant at, Map<String, Use> uses) {
    }

    synchronized Map<String, Use> lately() {
        Instant now = clock.instant();
        Counted last = counted;
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            last = new Counted(now, count(now));
            counted = last;
        }
        return last.uses();
    }

    private Map<String, Use> count(Instant now) {
        Map<String, Use> uses = new HashMap<>();
        for (PastQuestion question : history.asked(now.minus(LATELY), now)) {
            Set<String> cited = question.citations().stream().map(Citation::page).collect(Collectors.toSet());
            cited.forEach(page -> uses.merge(page, Use.NONE.and(question.helpful()),
                    (old, one) -> old.and(question.helpful())));
        }
        return uses;
    }
}
