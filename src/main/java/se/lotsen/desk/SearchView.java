package se.lotsen.desk;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import se.lotsen.desk.CaseView.QueueName;

/**
 * What a search has found, for a page.
 *
 * @param problem why nothing was looked for, a code; empty otherwise
 * @param page from 1; 0 when nothing was looked for
 * @param more whether there is another page
 * @param tooMany whether there is more than is ever shown
 * @param limit how many are shown at most
 */
record SearchView(SearchForm form, String problem, List<Found> found, int page, boolean more, boolean tooMany,
        int limit, List<Area> areas, List<QueueName> queues) {

    /** An area by its id and in words. */
    record Area(String id, String name) {
    }

    /**
     * One case.
     *
     * @param topic an area's id; empty when unknown
     * @param agent who has it; empty when nobody has
     * @param question the last one that it came with; empty for none
     */
    record Found(UUID id, String topic, String queue, String state, String agent, ZonedDateTime at,
            String question) {

        /** The area in words; see {@link Topic}. */
        public String topicName() {
            return Topic.name(topic);
        }
    }
}
