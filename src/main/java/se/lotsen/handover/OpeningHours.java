package se.lotsen.handover;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each queue is open; a pure function of the moment it is asked about. On any date the first of these
 * decides: a dated exception, the queue's rule for that named day, eve, public holiday, bridge day,
 * shortened day, weekday. Hours past midnight belong to the day they begin on, so a closed Friday does not
 * cut Thursday night short.
 *
 * <p>A time that the spring change of clocks skips counts as the moment of the change; a time that comes
 * twice in autumn counts the first time.
 */
final class OpeningHours {
    /** How many days ahead an opening or closing is looked for. */
    static final int HORIZON = 400;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ZoneId zone;
    private final Map<String, Queue> queues;
    private final Set<NamedDay> eves;
    private final Set<NamedDay> shortenedDays;
    private final SwedishCalendar calendar = new SwedishCalendar();

    /**
     * @param queues by id; {@code eves} and {@code shortenedDays} hold no public holidays and no day
     *            in common
     */
    OpeningHours(ZoneId zone, Set<NamedDay> eves, Set<NamedDay> shortenedDays, Map<String, Queue> queues) {
        this.zone = zone;
        this.eves = Set.copyOf(eves);
        this.shortenedDays = Set.copyOf(shortenedDays);
        this.queues = Map.copyOf(queues);
    }

    ZoneId zone() {
        return zone;
    }

    Set<String> queues() {
        return queues.keySet();
    }

    /** Empty when there is no such queue. */
    Optional<OpenState> at(String queue, Instant moment) {
        return Optional.ofNullable(queues.get(queue)).map(known -> state(known, moment));
    }

    /**
     * The answer of {@link #at} to "open now?" alone, without looking ahead; false when there is no
     * such queue.
     */
    boolean isOpen(String queue, Instant moment) {
        Queue known = queues.get(queue);
        if (known == null) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(moment, zone);
        return isOpenOn(known, today, 0, moment) || isOpenOn(known, today.minusDays(1), Interval.DAY, moment);
    }

    private boolean isOpenOn(Queue queue, LocalDate date, int longerThan, Instant moment) {
        for (Interval interval : plan(queue, date).hours(queue.weekly(date))) {
            if (interval.to() > longerThan && stretch(date, interval).holds(moment)) {
                return true;
            }
        }
        return false;
    }

    private OpenState state(Queue queue, Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        Instant openUntil = null;
        for (int day = -1; day <= HORIZON; day++) {
            for (Stretch stretch : stretches(queue, today.plusDays(day))) {
                if (openUntil == null) {
                    if (stretch.from().isAfter(moment)) {
                        return new OpenState(false, null, local(stretch.from()));
                    }
                    openUntil = stretch.holds(moment) ? stretch.to() : null;
                } else if (stretch.from().isAfter(openUntil)) {
                    return new OpenState(true, local(openUntil), null);
                } else if (stretch.to().isAfter(openUntil)) {
                    openUntil = stretch.to();
                }
            }
        }
        boolean endless = openUntil != null && openUntil.isAfter(start(today.plusDays(HORIZON)));
        return new OpenState(openUntil != null, endless || openUntil == null ? null : local(openUntil), null);
    }

    /** What is left of the date's hours in real time: one within the hour that spring skips is not there. */
    private List<Stretch> stretches(Queue queue, LocalDate date) {
        return plan(queue, date).hours(queue.weekly(date)).stream()
                .map(interval -> stretch(date, interval))
                .filter(stretch -> stretch.from().isBefore(stretch.to()))
                .toList();
    }

    private Stretch stretch(LocalDate date, Interval interval) {
        LocalDateTime midnight = date.atStartOfDay();
        return new Stretch(instant(midnight.plusMinutes(interval.from())),
                instant(midnight.plusMinutes(interval.to())));
    }

    private DayPlan plan(Queue queue, LocalDate date) {
        DayRules rules = queue.rules();
        Set<NamedDay> names = calendar.names(date);
        DayPlan single = single(queue, date, names);
        if (single != null) {
            return single;
        }
        if (!Collections.disjoint(names, eves)) {
            return rules.eves();
        }
        if (calendar.isPublicHoliday(date)) {
            return rules.publicHolidays();
        }
        // A bridge day may also be the day before a holiday (5 January 2026): unless bridge days have hours of
        // their own, it is shortened like any other.
        if (!(rules.bridgeDays() instanceof DayPlan.Usual) && isBridge(date)) {
            return rules.bridgeDays();
        }
        return Collections.disjoint(names, shortenedDays) ? DayPlan.USUAL : rules.shortenedDays();
    }

    private static @Nullable DayPlan single(Queue queue, LocalDate date, Set<NamedDay> names) {
        DayPlan exception = queue.exceptions().get(date);
        if (exception != null) {
            return exception;
        }
        for (NamedDay name : names) {
            DayPlan plan = queue.rules().days().get(name);
            if (plan != null) {
                return plan;
            }
        }
        return null;
    }

    /** A working day with a free day on either side, such as the Friday after Ascension Day. */
    private boolean isBridge(LocalDate date) {
        return !isFree(date) && isFree(date.minusDays(1)) && isFree(date.plusDays(1));
    }

    private boolean isFree(LocalDate date) {
        return WEEKEND.contains(date.getDayOfWeek()) || calendar.isPublicHoliday(date)
                || !Collections.disjoint(calendar.names(date), eves);
    }

    private Instant start(LocalDate date) {
        return instant(date.atStartOfDay());
    }

    private Instant instant(LocalDateTime time) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.toInstant(zone.getRules().getOffset(time));
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    private OffsetDateTime local(Instant moment) {
        return moment.atZone(zone).toOffsetDateTime();
    }

    private record Stretch(Instant from, Instant to) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }
}
