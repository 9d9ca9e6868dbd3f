package se.lotsen.desk;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A conversation that its citizen's code has opened, for a page.
 *
 * @param conversation what there is to read
 * @param opening the colleague's own
 * @param all who has ever opened it, oldest first
 */
record OpenedView(CaseView conversation, Opening opening, List<Opening> all) {

    /** Who has opened which conversation, and until when. */
    record Opening(UUID id, String agent, ZonedDateTime at, ZonedDateTime until) {
    }
}
