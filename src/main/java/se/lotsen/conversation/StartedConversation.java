package se.lotsen.conversation;

/**
 * A conversation that has begun and the secret that opens it.
 *
 * @param token 256 random bits in base64url, 43 characters; the store keeps only its hash
 */
public record StartedConversation(ConversationId id, String token) {

    /** Deliberately without the token, so that a stray log statement cannot print it. */
    @Override
    public String toString() {
        return "StartedConversation[" + id + "]";
    }
}
