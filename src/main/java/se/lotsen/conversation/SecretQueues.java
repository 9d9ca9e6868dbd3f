package se.lotsen.conversation;

/**
 * Which queues are secret: a case of theirs is only for agents who list the queue. The record asks within a transaction,
 * so an answer must come from memory. What was secret once stays so in the record, whatever is answered later.
 */
@FunctionalInterface
public interface SecretQueues {

    /** No queue is secret. */
    SecretQueues NONE = queue -> false;

    /** Whether the queue is secret now; false for one that nobody knows. */
    boolean isSecret(String queue);
}
