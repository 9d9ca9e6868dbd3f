package se.lotsen.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** The assistant takes no question while a person has the case, or has ended it. */
    public static final class AssistantSilent extends ConversationRefusal {
        private static final long serialVersionUID = 1L;
        private final ConversationState state;

        AssistantSilent(ConversationId conversation, ConversationState state) {
            super("The assistant is silent in conversation " + conversation + ", which is " + state);
            this.state = state;
        }

        /** As it is now. */
        public ConversationState state() {
            return state;
        }
    }

    /** The conversation is not in the state that the change begins in. */
    public static final class ChangeNotPossible extends ConversationRefusal {
        private static final long serialVersionUID = 1L;
        private final ConversationState state;

        ChangeNotPossible(ConversationId conversation, ConversationState state, StateChange change) {
            super("Conversation " + conversation + " is " + state + " and cannot be " + change);
            this.state = state;
        }

        /** As it is now. */
        public ConversationState state() {
            return state;
        }
    }

    /** Only the agent who has the case may do this. */
    public static final class NotTheOwner extends ConversationRefusal {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable Agent owner;

        NotTheOwner(ConversationId conversation, @Nullable Agent owner) {
            super("Conversation " + conversation + " is another agent's, or nobody's");
            this.owner = owner;
        }

        /** Who has the case; empty when nobody has. */
        public Optional<Agent> owner() {
            return Optional.ofNullable(owner);
        }
    }

    /** The agent who is to have the case has as many as they take. */
    public static final class AgentFull extends ConversationRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Agent agent;

        AgentFull(ConversationId conversation, Agent agent) {
            super("The agent takes no more than " + agent.capacity() + " cases, and not " + conversation);
            this.agent = agent;
        }

        /** With the capacity that is used up. */
        public Agent agent() {
            return agent;
        }
    }

    /** There is nobody to write to, or to write as: no person has the case. */
    public static final class NoPersonInvolved extends ConversationRefusal {
        private static final long serialVersionUID = 1L;

        NoPersonInvolved(ConversationId conversation, ConversationState state) {
            super("No person is involved in conversation " + conversation + ", which is " + state);
        }
    }
}
