package se.lotsen.handover;

import java.util.List;
import java.util.Optional;

/** The three files as they are in use together; replaced as a whole, so that nobody sees half a reload. */
record Counter(Optional<OpeningHours> hours, List<ContactPoint> contacts, List<Referral> referrals) {
    static final Counter EMPTY = new Counter(Optional.empty(), List.of(), List.of());

    Optional<ContactPoint> contact(String id) {
        return contacts.stream().filter(contact -> contact.id().equals(id)).findFirst();
    }
}
