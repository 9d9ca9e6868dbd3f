package se.lotsen.conversation;

import java.time.Instant;

/**
 * What one answer rested on, for whoever asks later. It holds nothing of what anybody wrote, and is kept when its conversation
 * is disposed of: the proof without the content.
 *
 * @param id as people quote it
 * @param conversation the answer's
 * @param answer the conversation's n-th, from 1
 * @param at when the answer ended
 * @param document a JSON document whose shape belongs to whoever answers; the store does not read it
 * @param hash over the document, as whoever wrote it computed it
 */
public record AnswerReceipt(String id, ConversationId conversation, int answer, Instant at, String document,
        String hash) {
}
