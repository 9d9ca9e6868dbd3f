package se.lotsen.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.lotsen.language.DateWords;
import se.lotsen.language.TaggedMessages;

/**
 * Says an {@link Availability} in a citizen's words, such as {@code Stängt. Öppnar måndag 23 november kl.
 * 8.00}; no full stop at the end. Words and forms of date and time are in {@code messages_<lang>.properties}; a
 * language without a file is answered in Swedish.
 */
public final class AvailabilityText {
    /** Until this hour a night still belongs to the evening before. */
    private static final int NIGHT_ENDS = 5;
    /** From this many days on a date is said with its year. */
    private static final int SAY_YEAR_AFTER = 180;
    private static final String SWEDISH = "sv";

    private final TaggedMessages messages = new TaggedMessages(Locale.of(SWEDISH),
            "se.lotsen.handover.messages");
    private final HandoverFiles files;
    private final Clock clock;

    /** "Today" is the clock's moment in the time zone of the opening hours. */
    public AvailabilityText(HandoverFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** One or two short sentences in Swedish; while the contact is closed its own words for that follow. */
    public String of(Availability availability) {
        return of(availability, SWEDISH);
    }

    /**
     * The same in another language; the contact's own words stay Swedish.
     *
     * @param language a BCP 47 tag
     */
    public String of(Availability availability, String language) {
        String state = state(availability, language);
        String own = ownWords(availability);
        return own == null ? state : new Words(language).say("availability.closed-then", state, own);
    }

    /** The contact's own words while it is closed, in Swedish and without a full stop; null for none. */
    public @Nullable String ownWords(Availability availability) {
        String whenClosed = availability.contact().whenClosed();
        return availability.openNow() || whenClosed == null ? null : whenClosed.replaceFirst("\\.$", "");
    }

    /** Without the contact's own words. */
    public String state(Availability availability, String language) {
        Words words = new Words(language);
        OffsetDateTime closesAt = availability.closesAt();
        OffsetDateTime nextOpening = availability.nextOpening();
        if (availability.openNow()) {
            return closesAt == null ? words.say("availability.open-always") : words.openUntil(closesAt);
        }
        return nextOpening == null
                ? words.say("availability.unknown")
                : words.when("availability.opens", nextOpening);
    }

    private long daysAhead(OffsetDateTime moment) {
        LocalDate today = files.counter().hours()
                .map(hours -> LocalDate.ofInstant(clock.instant(), hours.zone()))
                .orElseGet(() -> clock.instant().atOffset(moment.getOffset()).toLocalDate());
        return ChronoUnit.DAYS.between(today, moment.toLocalDate());
    }

    /** One language's. */
    private final class Words {
        private final Locale locale;

        Words(String language) {
            this.locale = messages.answering(language);
        }

        String openUntil(OffsetDateTime closesAt) {
            if (closesAt.getHour() < NIGHT_ENDS && daysAhead(closesAt) <= 1) {
                return say("availability.open-until-tonight", format("form.time", closesAt));
            }
            return when("availability.open-until", closesAt);
        }

        String when(String message, OffsetDateTime moment) {
            long days = daysAhead(moment);
            String time = format("form.time", moment);
            if (days == 0 || days == 1) {
                return say(message + (days == 0 ? "-today" : "-tomorrow"), time);
            }
            return say(message + "-date", time,
                    format(days > SAY_YEAR_AFTER ? "form.date-far" : "form.date", moment));
        }

        private String format(String form, OffsetDateTime moment) {
            return DateWords.of(say(form), locale).format(moment);
        }

        String say(String message, Object... arguments) {
            return messages.getMessage(message, arguments, locale);
        }
    }
}
