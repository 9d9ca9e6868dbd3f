package se.lotsen.desk;

import java.util.List;
import java.util.UUID;

/**
 * What is to be done: who waits in the colleague's queues, and the colleague's own cases.
 *
 * @param pause the code of the colleague's pause; empty while taking cases
 * @param takes whether the colleague takes cases at all
 */
record Board(List<Line> waiting, List<Line> mine, String pause, boolean takes) {

    /** For the page's title: cases that wait, and messages in own cases that were not looked at. */
    public int badge() {
        return waiting.size() + mine.stream().mapToInt(Line::unread).sum();
    }

    /**
     * One case.
     *
     * @param minutes waited so far
     * @param language two letters; empty when unknown
     * @param topic what it is about; empty when unknown
     * @param unread messages of the citizen since the colleague looked at the case; 0 for the cases of nobody
     */
    record Line(UUID id, long version, String queue, long minutes, String language, String topic,
            int unread) {

        /** The area in words; see {@link Topic}. */
        public String topicName() {
            return Topic.name(topic);
        }
    }
}
