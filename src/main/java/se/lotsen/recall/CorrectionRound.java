package se.lotsen.recall;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.conversation.QuestionHistory.Reach;
import se.lotsen.delivery.CitizenContacts;
import se.lotsen.delivery.CitizenContacts.Message;
import se.lotsen.delivery.CitizenContacts.Way;
import se.lotsen.privacy.PersonalDataMask;

/**
 * Tells citizens of corrections: first in the conversation, then by the way that they left. A process that is killed in between
 * leaves nothing half done: what was told has its key or its row, so that the next round does the rest and nothing twice.
 */
final class CorrectionRound {
    private static final Logger log = LoggerFactory.getLogger(CorrectionRound.class);
    private final Corrections corrections;
    private final SerialRecord record;
    private final TargetTable targets;
    private final QuestionHistory history;
    private final HandoverStore conversations;
    private final CitizenContacts contacts;
    private final PersonalDataMask mask;
    private final CorrectionText texts;
    private final AuditLog audit;

    CorrectionRound(Corrections corrections, SerialRecord record, JdbcClient database,
            QuestionHistory history, HandoverStore conversations, CitizenContacts contacts,
            PersonalDataMask mask, CorrectionText texts, AuditLog audit) {
        this.corrections = corrections;
        this.record = record;
        this.targets = new TargetTable(database);
        this.history = history;
        this.conversations = conversations;
        this.contacts = contacts;
        this.mask = mask;
        this.texts = texts;
        this.audit = audit;
    }

    /** Each correction that goes out, until it is done or somebody stops it. Blocks. */
    void run() {
        corrections.sending().forEach(this::send);
    }

    private void send(Correction correction) {
        boolean all = true;
        for (ConversationId conversation : record.read(() -> targets.waiting(correction.id()))) {
            if (Thread.currentThread().isInterrupted() || !isSending(correction)) {
                return;
            }
            all &= told(correction, conversation);
        }
        if (all) {
            corrections.done(correction);
        }
    }

    private boolean isSending(Correction correction) {
        return corrections.find(correction.id())
                .filter(now -> now.state() == Correction.State.SENDING).isPresent();
    }

    /** One that cannot be told now must not keep the others waiting. */
    private boolean told(Correction correction, ConversationId conversation) {
        try {
            history.reach(conversation).ifPresent(reach -> tell(correction, conversation, reach));
            return true;
        } catch (ConversationRefusal.UnknownConversation gone) {
            return true;
        } catch (ConversationRefusal | DataAccessException | TransactionException e) {
            log.warn("Correction {} does not reach conversation {} yet: {}", correction.id(), conversation,
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private void tell(Correction correction, ConversationId conversation, Reach reach) {
        if (reach.openable()) {
            conversations.notice(conversation,
                    new IdempotencyKey(name("notice", correction, conversation)), correction.text());
        }
        Message message = new Message(texts.subject(), texts.mail(correction),
                mask.mask(texts.task(correction)));
        Way way = contacts.tell(conversation, correction.by().account(),
                name("task", correction, conversation), message,
                (held, by) -> new TargetTable(held.database()).told(correction.id(), conversation,
                        reach.openable(), by, held.now()));
        audit.record(correction.by(), "correction-told", correction.id().toString(),
                conversation + (reach.openable() ? " CHAT " : " ") + way);
    }

    /** The same in every try. */
    private static UUID name(String what, Correction correction, ConversationId conversation) {
        return UUID.nameUUIDFromBytes((what + "\n" + correction.id() + "\n" + conversation)
                .getBytes(StandardCharsets.UTF_8));
    }
}
