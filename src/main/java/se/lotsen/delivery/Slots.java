package se.lotsen.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import se.lotsen.handover.OpenTimes;
import se.lotsen.handover.OpenTimes.Opening;

/** Which times can be promised: hours within opening hours for a call, the end of an open day for an answer. */
final class Slots {
    /** Somebody must have the time to see it. */
    static final Duration NOTICE = Duration.ofMinutes(90);
    /** Of this, so much may pass while the citizen makes up his mind. */
    static final Duration LATEST_NOTICE = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration HORIZON = Duration.ofDays(30);
    private static final int HOUR = 60;
    private final OpenTimes times;
    private final int callsPerHour;
    private final int replyWithin;

    Slots(OpenTimes times, int callsPerHour, int replyWithin) {
        this.times = times;
        this.callsPerHour = callsPerHour;
        this.replyWithin = replyWithin;
    }

    /** At most {@code limit} hours for a call that have room, soonest first. {@code load} counts what is promised. */
    List<Slot> calls(String queue, Instant now, Duration notice, int limit, ToLongFunction<Slot> load) {
        List<Slot> free = new ArrayList<>();
        for (Opening opening : times.between(queue, now, now.plus(HORIZON))) {
            for (Slot hour : hours(queue, opening)) {
                if (free.size() < limit && !hour.due().isBefore(now.plus(notice))
                        && load.applyAsLong(hour) < room(hour)) {
                    free.add(hour);
                }
            }
        }
        return List.copyOf(free);
    }

    /** The end of the last open day of those that an answer may take; empty when the queue does not open so often. */
    List<Slot> reply(PromiseKind kind, String queue, Instant now) {
        ZoneId zone = times.zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        SequencedMap<LocalDate, Opening> lastOfDay = new TreeMap<>();
        for (Opening opening : times.between(queue, now, now.plus(HORIZON))) {
            LocalDate day = LocalDate.ofInstant(opening.from(), zone);
            if (day.isAfter(today)) {
                lastOfDay.put(day, opening);
            }
        }
        return lastOfDay.values().stream().skip(replyWithin - 1L).limit(1)
                .map(last -> new Slot(kind, queue, last.from(), last.to())).toList();
    }

    /** Cut at full hours of the local clock; what is left at an end and too short for a call is left out. */
    private List<Slot> hours(String queue, Opening opening) {
        List<Slot> hours = new ArrayList<>();
        Instant from = opening.from();
        while (from.isBefore(opening.to())) {
            // Hours are added on the time line, so that a day of 23 or 25 hours has as many.
            Instant next = from.atZone(times.zone()).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            Instant due = next.isBefore(opening.to()) ? next : opening.to();
            if (Duration.between(from, due).compareTo(SHORTEST) >= 0) {
                hours.add(new Slot(PromiseKind.CALL_BACK, queue, from, due));
            }
            from = due;
        }
        return hours;
    }

    private long room(Slot slot) {
        return Math.max(1, callsPerHour * Duration.between(slot.from(), slot.due()).toMinutes() / HOUR);
    }
}
