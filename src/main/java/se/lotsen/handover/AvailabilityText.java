package se.lotsen.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Says an {@link Availability} in a citizen's words, such as {@code Stängt. Öppnar måndag 23 november kl.
 * 8.00}; no full stop at the end. Words and forms of date and time are in {@code messages_sv.properties}.
 */
public final class AvailabilityText {
    /** Until this hour a night still belongs to the evening before. */
    private static final int NIGHT_ENDS = 5;
    /** From this many days on a date is said with its year. */
    private static final int SAY_YEAR_AFTER = 180;
    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final HandoverFiles files;
    private final Clock clock;

    /** "Today" is the clock's moment in the time zone of the opening hours. */
    public AvailabilityText(HandoverFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
        messages.setBasename("se.lotsen.handover.messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(SWEDISH);
    }

    /** One or two short sentences; while the contact is closed its own words for that follow. */
    public String of(Availability availability) {
        String state = state(availability);
        String whenClosed = availability.contact().whenClosed();
        if (availability.openNow() || whenClosed == null) {
            return state;
        }
        return say("availability.closed-then", state, whenClosed.replaceFirst("\\.$", ""));
    }

    private String state(Availability availability) {
        OffsetDateTime closesAt = availability.closesAt();
        OffsetDateTime nextOpening = availability.nextOpening();
        if (availability.openNow()) {
            return closesAt == null ? say("availability.open-always") : openUntil(closesAt);
        }
        return nextOpening == null ? say("availability.unknown") : when("availability.opens", nextOpening);
    }

    private String openUntil(OffsetDateTime closesAt) {
        if (closesAt.getHour() < NIGHT_ENDS && daysAhead(closesAt) <= 1) {
            return say("availability.open-until-tonight", format("form.time", closesAt));
        }
        return when("availability.open-until", closesAt);
    }

    private String when(String message, OffsetDateTime moment) {
        long days = daysAhead(moment);
        String time = format("form.time", moment);
        if (days == 0 || days == 1) {
            return say(message + (days == 0 ? "-today" : "-tomorrow"), time);
        }
        return say(message + "-date", time,
                format(days > SAY_YEAR_AFTER ? "form.date-far" : "form.date", moment));
    }

    private long daysAhead(OffsetDateTime moment) {
        LocalDate today = files.counter().hours()
                .map(hours -> LocalDate.ofInstant(clock.instant(), hours.zone()))
                .orElseGet(() -> clock.instant().atOffset(moment.getOffset()).toLocalDate());
        return ChronoUnit.DAYS.between(today, moment.toLocalDate());
    }

    private String format(String form, OffsetDateTime moment) {
        return DateTimeFormatter.ofPattern(say(form), SWEDISH).format(moment);
    }

    private String say(String message, Object... arguments) {
        return messages.getMessage(message, arguments, SWEDISH);
    }
}
