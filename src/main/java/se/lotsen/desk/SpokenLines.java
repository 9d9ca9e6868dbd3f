package se.lotsen.desk;

import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.StateChange;
import se.lotsen.handover.ContactCentre;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.ContactPoint;
import se.lotsen.handover.PersonLines;

/** What the citizen is told when a case changes hands at the desk: in his language, with the contact of the case's queue. */
final class SpokenLines {
    private final PersonLines lines;
    private final HandoverStore cases;
    private final CaseBook book;
    private final ContactCentre contactCentre;
    private final ContactDirectory contacts;

    SpokenLines(PersonLines lines, HandoverStore cases, CaseBook book, ContactCentre contactCentre,
            ContactDirectory contacts) {
        this.lines = lines;
        this.cases = cases;
        this.book = book;
        this.contactCentre = contactCentre;
        this.contacts = contacts;
    }

    /** @param agent the name that citizens see; null where nobody has the case any more */
    @Nullable
    String of(StateChange change, ConversationId conversation, @Nullable String agent) {
        String contact = contacts.ofQueue(cases.standing(conversation).queue()).map(ContactPoint::id)
                .orElse("");
        return lines.of(change, book.language(conversation),
                contactCentre.availability(contact).contact(), agent);
    }
}
