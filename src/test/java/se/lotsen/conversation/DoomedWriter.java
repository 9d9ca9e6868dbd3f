package se.lotsen.conversation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.privacy.MaskedText;

/**
 * A process that talks to itself in four conversations, and hands each over and back after every answer, until it is killed. It prints a line for everything that the store
 * has acknowledged; a line counts when it ends in a full stop, as the last one may be torn.
 */
final class DoomedWriter {
    static final String START = "start";
    static final String EVENT = "event";
    static final String END = " .";
    private static final int CONVERSATIONS = 4;
    private static final Agent AGENT = new Agent("a", "Anna");

    private DoomedWriter() {
    }

    public static void main(String[] args) {
        OpenRecord record = OpenRecord.in(Path.of(args[0]));
        ConversationStore store = record.store;
        for (int i = 0; i < CONVERSATIONS; i++) {
            Thread.ofPlatform().start(() -> talk(store, record.handover));
        }
        while (true) {
            // Without a pause, so that many kills fall into it.
            record.file.compact();
        }
    }

    static boolean isAcknowledgement(String line) {
        return line.endsWith(END) && (line.startsWith(START + " ") || line.startsWith(EVENT + " "));
    }

    private static void talk(ConversationStore store, HandoverStore handover) {
        StartedConversation started = store.start(key());
        say(START + " " + started.id() + " " + started.token());
        for (int answer = 1; true; answer++) {
            StoredEvent question = store.ask(started.id(), key(), text("Fråga " + answer), "sv").event();
            acknowledge(question);
            store.answer(question, List.of(new TextReleased("Svar " + answer, List.of())))
                    .forEach(DoomedWriter::acknowledge);
            store.answer(question, List.of(
                    new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, answer, 0.5)))
                    .forEach(DoomedWriter::acknowledge);
            handOver(started.id(), answer, handover);
        }
    }

    /** To a person and back, with a message of each. */
    private static void handOver(ConversationId conversation, int answer, HandoverStore handover) {
        acknowledge(handover.request(conversation, key(), "kontaktcenter", "{}", null));
        acknowledge(handover.postAsCitizen(conversation, key(), text("Hej " + answer), null));
        handover.claim(conversation, AGENT, handover.standing(conversation).version(), null);
        acknowledge(handover.postAsAgent(conversation, key(), AGENT, text("Svar " + answer), List.of()));
        acknowledge(handover.giveBack(conversation, key(), AGENT, null));
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    private static MaskedText text(String text) {
        return MaskedText.restored(text, Set.of());
    }

    private static void acknowledge(StoredEvent event) {
        say(EVENT + " " + event.conversation() + " " + event.id() + " " + EventJson.write(event.event()));
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line + END);
            System.out.flush();
        }
    }
}
