package se.lotsen.conversation;

/**
 * A question in the log.
 *
 * @param event the {@code question} event
 * @param answer the number of its answer, counted from 1 within the conversation
 * @param repeated true when the question was in the log before this call, so that nothing was added
 */
public record AskedQuestion(StoredEvent event, int answer, boolean repeated) {
}
