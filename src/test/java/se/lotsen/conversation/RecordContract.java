package se.lotsen.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.privacy.MaskedText;

/** What the parts of the contract share: the record under test and short ways to use it. */
interface RecordContract {
    int WRITERS = 8;
    ConversationId NOBODYS = new ConversationId(new UUID(1, 2));
    TextReleased SENTENCE = new TextReleased("Bygglov söks i e-tjänsten.", List.of());
    HandoverOffered OFFER = new HandoverOffered(HandoverReason.LOW_CONFIDENCE, true, null, "Vi hjälper dig.",
            "0123-45 60 00",
            null);

    OpenRecord record();

    default ConversationStore store() {
        return record().store;
    }

    default long count(String table) {
        return record().database.sql("select count(*) from " + table).query(Long.class).single();
    }

    default ConversationId start() {
        return store().start(key()).id();
    }

    default ConversationId startAnswered() {
        ConversationId conversation = start();
        store().answer(ask(conversation, "Öppettider?").event(), List.of(completed(1)));
        return conversation;
    }

    default AskedQuestion ask(ConversationId conversation, String question) {
        return store().ask(conversation, key(), text(question), "sv");
    }

    static Completed completed(int answer) {
        return new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, answer, 0.9);
    }

    static MaskedText text(String text) {
        return MaskedText.restored(text, Set.of());
    }

    static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }
}
