package se.lotsen.conversation;

import java.util.List;

/**
 * What must happen outside the record when something happened in the part of a person: a mail, a call to another system.
 * It is asked within the transaction and must only compute; what it names is stored with the change, so that neither can
 * exist without the other, and is carried out from the {@link Outbox}.
 */
@FunctionalInterface
public interface HandoverEffects {

    /** Nothing outside is to be told. */
    HandoverEffects NONE = (event, standing) -> List.of();

    /**
     * The effects of an event that a {@link HandoverStore} has stored.
     *
     * @param standing as it is after the event
     */
    List<Effect> of(StoredEvent event, Standing standing);

    /**
     * One thing to be done.
     *
     * @param kind who does it
     * @param payload a JSON object
     */
    record Effect(String kind, String payload) {
    }
}
