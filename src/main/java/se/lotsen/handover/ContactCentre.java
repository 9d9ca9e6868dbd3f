package se.lotsen.handover;

import java.time.Clock;

/**
 * The contact centre's true state: whether a person can be reached now. Never promises a person that is
 * not there.
 */
public final class ContactCentre {
    private final HandoverFiles files;
    private final Clock clock;

    /** A contact centre that follows the files' reloads. */
    public ContactCentre(HandoverFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * How a contact can be reached now. A key that no contact has gets the main entrance (the first
     * contact of the file), so that a misspelt page still leads to a person.
     *
     * @throws IllegalStateException when the municipality has no contacts at all; {@link
     * HandoverFiles#findings} says why
     */
    public Availability availability(String contactKey) {
        Counter counter = files.counter();
        ContactPoint contact = counter.contact(contactKey)
                .or(() -> counter.contacts().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "no contact could be read of " + ContactsReader.FILE));
        OpenState state = counter.hours().flatMap(hours -> hours.at(contact.queue(), clock.instant()))
                .orElse(new OpenState(false, null, null));
        return new Availability(state.openNow(), state.closesAt(), state.nextOpening(), contact);
    }
}
