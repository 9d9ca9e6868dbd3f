package se.lotsen.grounding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.lotsen.handover.NamedDay;
import se.lotsen.handover.SwedishCalendar;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageMetadata;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Everything about days that is computed and never left to a text: whether a page holds today, which day a question means,
 * and whether a date in an answer has passed. Days begin and end in Swedish local time.
 */
@Component
public final class DateTruth {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    /** Days on which a weekday's hours do not tell, besides the public holidays. */
    private static final Set<NamedDay> EVES = Set.of(NamedDay.CHRISTMAS_EVE, NamedDay.NEW_YEARS_EVE,
            NamedDay.MIDSUMMER_EVE);

    private final Clock clock;
    private final SwedishCalendar calendar = new SwedishCalendar();
    private final DateWording wording = new DateWording();

    /** @param clock the only source of the present moment */
    public DateTruth(Clock clock) {
        this.clock = clock;
    }

    /** Today in Sweden. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Ended comes before not yet begun, and both before overdue. */
    public PageStanding standing(PageMetadata page) {
        LocalDate today = today();
        LocalDate to = page.validTo();
        LocalDate from = page.validFrom();
        if (to != null && today.isAfter(to)) {
            return PageStanding.EXPIRED;
        }
        if (from != null && today.isBefore(from)) {
            return PageStanding.NOT_YET_VALID;
        }
        return today.isAfter(page.reviewBy()) ? PageStanding.REVIEW_OVERDUE : PageStanding.CURRENT;
    }

    /** As {@link #standing(PageMetadata)}. */
    public PageStanding standing(Page page) {
        return standing(page.metadata());
    }

    /** The day or days that the question means; empty when it names none. Habits ("på lördagar") name none. */
    public Optional<AskedTime> askedTime(String question) {
        return new TimeWords(calendar, wording).read(question, today());
    }

    /** Notes on the dates of a sentence that have passed, are today or tomorrow, or enclose today; often none. */
    public List<DateNote> notes(String sentence) {
        return new DateNotes(today(), wording).of(sentence);
    }

    /** "I dag är det måndag 23 november." */
    public String todayNote() {
        return wording.today(today());
    }

    /**
     * The row, item or sentence that gives the hours of the day's weekday; empty on public holidays and on the eves of
     * midsummer, Christmas and New Year, when a weekday's hours would mislead.
     */
    public Optional<Statement> hoursOf(LocalDate day, Passage passage) {
        boolean special = calendar.isPublicHoliday(day)
                || calendar.names(day).stream().anyMatch(EVES::contains);
        return special ? Optional.empty() : WeekdayHours.of(day.getDayOfWeek(), passage);
    }
}
