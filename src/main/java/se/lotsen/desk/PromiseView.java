package se.lotsen.desk;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A promise as the colleague sees it whose queue must keep it. How to reach the citizen is not in it.
 *
 * @param kind a {@link se.lotsen.delivery.PromiseKind}
 * @param queue its name
 * @param language two letters
 * @param wish empty when nothing was said
 * @param risk nothing, {@code SOON} within an hour, {@code LATE} afterwards
 * @param contact whether there is a number or an address
 * @param visible whether the colleague may see the case now
 * @param openings who has seen how to reach the citizen, oldest first
 */
record PromiseView(UUID id, UUID conversation, String receipt, String kind, String queue, String language,
        ZonedDateTime due, String wish, Risk risk, boolean kept, boolean contact, boolean visible,
        List<Opening> openings) {

    /** How near its time is. */
    enum Risk {
        /** There is time, or it is kept. */
        NONE,
        /** Less than an hour is left. */
        SOON,
        /** It is broken, but can still be made good. */
        LATE
    }

    /** Somebody's name, and when. */
    record Opening(String name, ZonedDateTime at) {
    }
}
