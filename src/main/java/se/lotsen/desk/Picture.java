package se.lotsen.desk;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.handover.HandoverFigures;

/**
 * How it stands at the contact centre, in numbers alone: no case and no word of one. What templates call is public: they
 * find nothing else.
 *
 * @param goalSeconds within which a handover should be accepted
 * @param total of all queues together
 */
record Picture(ZonedDateTime at, long goalSeconds, List<Queue> queues, Queue total, List<AtWork> agents,
        List<Code> wrapUps, List<Code> reasons) {

    /**
     * A queue now and lately.
     *
     * @param hours open or closed, until when, in words; empty when nobody knows
     * @param longest minutes that the first in the queue has waited
     * @param there agents who are there and take the queue, {@code paused} of them take no new case now
     * @param atRisk promises that are due within an hour, {@code broken} those that were due before now
     */
    record Queue(String id, String name, boolean secret, String hours, int waiting, long longest, int there,
            int paused,
            long atRisk, long broken, HandoverFigures today, HandoverFigures week) {

        /** Whether there is more to say than that it exists. */
        public boolean isBusy() {
            return !week.isEmpty();
        }
    }

    /**
     * Somebody who takes cases.
     *
     * @param there whether they are at the desk
     * @param pause its name; null while they take cases
     */
    record AtWork(String name, boolean there, @Nullable String pause, int cases, int capacity) {
        /** For a text. */
        public String state() {
            return !there ? "AWAY" : pause == null ? "HERE" : "PAUSED";
        }
    }

    /** How often a code of {@code desk.yaml} was given when a case was ended. */
    record Code(String id, String name, long today, long week) {
    }

    /** The queues of which figures have something to say. */
    public List<Queue> busy() {
        return queues.stream().filter(Queue::isBusy).toList();
    }
}
