package se.lotsen.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.ConversationId;

/**
 * Finds the conversations of somebody who left a contact with a promise, for those who answer requests of the persons
 * themselves (GDPR, articles 15 and 17). It shows nobody the contacts. It blocks.
 */
public class ContactSearch {
    private final Attachments attachments;

    ContactSearch(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * By what the person says, once each.
     *
     * @param said a receipt number, an e-mail address or a telephone number, as a citizen writes it; nothing is found for
     *            anything else
     */
    public List<ConversationId> find(String said) {
        String written = said.strip();
        List<ConversationId> receipts = of("p.receipt = :value", written);
        if (!receipts.isEmpty()) {
            return receipts;
        }
        if (written.contains("@")) {
            return of("lower(c.detail) = lower(:value)", written);
        }
        return Optional.ofNullable(ContactCheck.read(PromiseKind.CALL_BACK, written).detail())
                .map(detail -> of("c.detail = :value", detail.value())).orElse(List.of());
    }

    private List<ConversationId> of(String condition, String value) {
        return attachments.read(database -> database.sql("""
                select distinct p.conversation_id from promise p
                left join promise_contact c on c.promise_id = p.id where %s order by p.conversation_id"""
                .formatted(condition))
                .param("value", value.replace("\0", ""))
                .query((row, n) -> new ConversationId(row.getObject(1, UUID.class))).list());
    }
}
