package se.lotsen.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.CaseHistory.Move;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.StateChange;
import se.lotsen.handover.OpenTimes.Opening;

/**
 * Handovers as the log tells them. One begins when a citizen asks for a person or comes back to an ended case, and is
 * decided by what happens first then; what agents do with a case among themselves is no new handover. Of a wait only the
 * time counts that the queue was open.
 */
public final class Handovers {
    private final List<Handover> all;
    private final List<Move> moves;
    private final Duration goal;

    /**
     * A citizen's wait for a person.
     *
     * @param queue where it began
     * @param waited in open time
     * @param end null while the citizen waits
     */
    public record Handover(String queue, Instant begun, Duration waited, @Nullable StateChange end) {
    }

    /**
     * @param moves in the order of the log
     * @param openings of a queue, for the whole time
     * @param goal within which an agent should accept
     */
    public Handovers(List<Move> moves, Function<String, List<Opening>> openings, Duration goal, Instant now) {
        this.moves = moves;
        this.goal = goal;
        Map<ConversationId, Move> waiting = new LinkedHashMap<>();
        Map<String, List<Opening>> hours = new LinkedHashMap<>();
        this.all = new ArrayList<>();
        for (Move move : moves) {
            switch (move.change()) {
                case REQUESTED, REOPENED -> waiting.put(move.conversation(), move);
                case CLAIMED, LEFT_QUEUE, TIMED_OUT, DESK_CLOSED -> {
                    Move begun = waiting.remove(move.conversation());
                    if (begun != null) {
                        all.add(handover(begun, move.at(), move.change(), hours, openings));
                    }
                }
                default -> {
                    // Nobody waits for an answer to a request then.
                }
            }
        }
        waiting.values().forEach(begun -> all.add(handover(begun, now, null, hours, openings)));
    }

    private static Handover handover(Move begun, Instant end, @Nullable StateChange how,
            Map<String, List<Opening>> hours, Function<String, List<Opening>> openings) {
        Duration wait = hours.computeIfAbsent(begun.queue(), openings).stream()
                .map(open -> overlap(open, begun.at(), end)).reduce(Duration.ZERO, Duration::plus);
        return new Handover(begun.queue(), begun.at(), wait, how);
    }

    private static Duration overlap(Opening open, Instant from, Instant to) {
        Instant first = open.from().isAfter(from) ? open.from() : from;
        Instant last = open.to().isBefore(to) ? open.to() : to;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }

    /** Every one, those that are decided first. */
    public List<Handover> all() {
        return List.copyOf(all);
    }

    /** Of what began, or ended without an agent, since then in these queues. */
    public HandoverFigures since(Instant from, Predicate<String> queues) {
        List<Handover> begun = all.stream().filter(one -> !one.begun().isBefore(from))
                .filter(one -> queues.test(one.queue())).toList();
        List<Duration> waits = begun.stream().filter(one -> one.end() == StateChange.CLAIMED)
                .map(Handover::waited).toList();
        int offered = (int) begun.stream()
                .filter(one -> one.end() != null || one.waited().compareTo(goal) > 0)
                .count();
        int inTime = (int) waits.stream().filter(wait -> wait.compareTo(goal) <= 0).count();
        return HandoverFigures.of(offered, inTime, waits, count(StateChange.TIMED_OUT, from, queues),
                count(StateChange.LEFT_QUEUE, from, queues), count(StateChange.DESK_CLOSED, from, queues));
    }

    /** Also waits that did not begin with the citizen, as of a case that an agent had put back. */
    private int count(StateChange change, Instant from, Predicate<String> queues) {
        return (int) moves.stream().filter(move -> move.change() == change && !move.at().isBefore(from))
                .filter(move -> queues.test(move.queue())).count();
    }
}
