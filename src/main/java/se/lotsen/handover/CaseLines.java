package se.lotsen.handover;

import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.StateChange;

/**
 * What the citizen of a case is told when it changes hands: in the language of the last question, with the contact of the
 * case's queue. It reads the database and must not be asked on an event loop.
 */
public class CaseLines {
    private final PersonLines lines;
    private final HandoverStore handover;
    private final ConversationStore conversations;
    private final CasePackets packets;
    private final ContactCentre contactCentre;
    private final ContactDirectory contacts;

    CaseLines(PersonLines lines, HandoverStore handover, ConversationStore conversations, CasePackets packets,
            ContactCentre contactCentre, ContactDirectory contacts) {
        this.lines = lines;
        this.handover = handover;
        this.conversations = conversations;
        this.packets = packets;
        this.contactCentre = contactCentre;
        this.contacts = contacts;
    }

    /**
     * To be asked before the change; null for nothing to say.
     *
     * @param agent the name that citizens see; null where nobody has the case any more
     */
    public @Nullable String of(StateChange change, ConversationId conversation, @Nullable String agent) {
        return lines.of(change, language(conversation), contact(conversation), agent);
    }

    /** The same on an occasion that changes no hands. */
    public @Nullable String of(Occasion occasion, ConversationId conversation, @Nullable String agent) {
        return lines.of(occasion, language(conversation), contact(conversation), agent);
    }

    private String language(ConversationId conversation) {
        return packets.language(conversations.eventsAfter(conversation, 0));
    }

    private ContactPoint contact(ConversationId conversation) {
        String contact = contacts.ofQueue(handover.standing(conversation).queue()).map(ContactPoint::id)
                .orElse("");
        return contactCentre.availability(contact).contact();
    }
}
