package se.lotsen.conversation;

/** The two classes of records that a conversation can be of. It changes from the first to the second, and never back. */
public enum ConversationClass {
    /** The assistant alone has answered. */
    ASSISTANT_CONVERSATION,
    /** A person of the municipality was asked for, was called or has written a note. */
    HANDED_OVER_CONVERSATION;

    /** Of a row of the conversation's table. */
    static final String HAS_PERSON = """
            (conversation.channel <> 'CHAT'
                or exists (select 1 from handover_packet h where h.conversation_id = conversation.id)
                or exists (select 1 from note n where n.conversation_id = conversation.id))""";

    /** Holds for the rows of this class. */
    String condition() {
        return this == HANDED_OVER_CONVERSATION ? HAS_PERSON : "not " + HAS_PERSON;
    }
}
