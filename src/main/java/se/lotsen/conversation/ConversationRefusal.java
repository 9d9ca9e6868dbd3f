package se.lotsen.conversation;

/** A request that the record refuses, each reason a type of its own; nothing was stored. Messages hold no content. */
public abstract sealed class ConversationRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ConversationRefusal(String message) {
        super(message);
    }

    /** There is no such conversation, or not any more. */
    public static final class UnknownConversation extends ConversationRefusal {
        private static final long serialVersionUID = 1L;

        UnknownConversation(ConversationId conversation) {
            super("There is no conversation " + conversation);
        }
    }

    /** The key was used for another request in this conversation before. */
    public static final class IdempotencyKeyReused extends ConversationRefusal {
        private static final long serialVersionUID = 1L;

        IdempotencyKeyReused(ConversationId conversation) {
            super("The idempotency key was used for another request in conversation " + conversation);
        }
    }

    /** Another question of the conversation has not been answered yet. */
    public static final class QuestionStillOpen extends ConversationRefusal {
        private static final long serialVersionUID = 1L;

        QuestionStillOpen(ConversationId conversation, long question) {
            super("Question " + question + " of conversation " + conversation + " is still open");
        }
    }

    /** The question has its answer already, for instance because a restart completed it; more cannot be added. */
    public static final class QuestionNotOpen extends ConversationRefusal {
        private static final long serialVersionUID = 1L;

        QuestionNotOpen(ConversationId conversation) {
            super("The question is not open in conversation " + conversation);
        }
    }

    /** The conversation has no finished answer of this number. */
    public static final class UnknownAnswer extends ConversationRefusal {
        private static final long serialVersionUID = 1L;

        UnknownAnswer(ConversationId conversation, int answer) {
            super("Conversation " + conversation + " has no finished answer " + answer);
        }
    }
}
