package se.lotsen.gaps;

import static se.lotsen.testing.Masked.masked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;

/** Questions of the past, for tests. */
final class Asking {
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private Asking() {
    }

    static PastQuestion asked(ConversationId talk, int answer, Instant at, String text,
            AnswerOutcome outcome) {
        return asked(talk, answer, at, text, outcome, null, false);
    }

    static PastQuestion asked(ConversationId talk, int answer, Instant at, String text, AnswerOutcome outcome,
            @Nullable Boolean helpful, boolean handedOver) {
        return new PastQuestion(talk, answer, at, masked(text), "sv", outcome, 0.5, List.of(), List.of(),
                helpful,
                handedOver);
    }

    /** Asked once, in a conversation of its own, and no page speaks of it. */
    static PastQuestion unanswered(Instant at, String text) {
        return asked(talk(), 1, at, text, AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE);
    }

    static ConversationId talk() {
        return new ConversationId(UUID.randomUUID());
    }
}
