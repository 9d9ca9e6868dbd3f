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

    /**
     * One case.
     *
     * @param minutes waited so far
     * @param language two letters; empty when unknown
     * @param topic what it is about; empty when unknown
     */
    record Line(UUID id, long version, String queue, long minutes, String language, String topic) {
    }
}
