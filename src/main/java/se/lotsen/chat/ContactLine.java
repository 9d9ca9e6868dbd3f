package se.lotsen.chat;

import org.jspecify.annotations.Nullable;
import se.lotsen.answering.AnsweringProperties;
import se.lotsen.asking.Piece;
import se.lotsen.handover.Availability;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;

/**
 * Whom to call or write to, as pages show it; templates ask for it by the bean's name, so that it stands on every page,
 * also where something went wrong.
 */
class ContactLine {
    private final ContactCentre contactCentre;
    private final AvailabilityText availabilityText;
    private final String main;

    ContactLine(ContactCentre contactCentre, AvailabilityText availabilityText,
            AnsweringProperties properties) {
        this.contactCentre = contactCentre;
        this.availabilityText = availabilityText;
        this.main = properties.contact();
    }

    /** @param hours whether a person can be reached now, in a sentence without a full stop */
    record Line(String name, String phone, String phoneHref, @Nullable String email,
            @Nullable String address, boolean openNow, String hours) {
    }

    /** Where everything is answered that has no door of its own. */
    public Line main() {
        return of(main);
    }

    /** @param contact a key of {@code contacts.yaml}; an unknown one leads to the main entrance */
    public Line of(String contact) {
        Availability now = contactCentre.availability(contact);
        return new Line(now.contact().name(), now.contact().phone(), Piece.phoneHref(now.contact().phone()),
                now.contact().email(), now.contact().visitingAddress(), now.openNow(),
                availabilityText.of(now));
    }
}
