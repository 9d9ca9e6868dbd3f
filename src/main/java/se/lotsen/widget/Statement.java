package se.lotsen.widget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality says about the chat's accessibility, as the law on accessibility of digital public service wants it
 * said. Which authority supervises is data: it changes.
 *
 * @param authority who supervises
 * @param authorityUrl where one complains to it
 * @param contact whom to tell about faults, an id of {@code contacts.yaml}; null for the main entrance
 * @param reviewed when the chat was last tested
 * @param method how it was tested, in whole sentences
 * @param shortcomings what is known not to work for everybody; empty when nothing is known
 */
record Statement(String authority, String authorityUrl, @Nullable String contact, LocalDate reviewed,
        String method,
        List<Shortcoming> shortcomings) {

    /**
     * Something that does not work for everybody.
     *
     * @param who whom it stops
     * @param remedy when it will be mended, or what to do instead
     */
    record Shortcoming(String what, String who, String remedy) {
    }
}
