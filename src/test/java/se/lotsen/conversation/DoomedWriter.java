package se.lotsen.conversation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.privacy.MaskedText;

/**
 * A process that talks to itself in four conversations until it is killed. It prints a line for everything that the store
 * has acknowledged; a line counts when it ends in a full stop, as the last one may be torn.
 */
final class DoomedWriter {
    static final String START = "start";
    static final String EVENT = "event";
    static final String END = " .";
    private static final int CONVERSATIONS = 4;

    private DoomedWriter() {
    }

    public static void main(String[] args) {
        OpenRecord record = OpenRecord.in(Path.of(args[0]));
        ConversationStore store = record.store;
        for (int i = 0; i < CONVERSATIONS; i++) {
            Thread.ofPlatform().start(() -> talk(store));
        }
        while (true) {
            // Without a pause, so that many kills fall into it.
            record.file.compact();
        }
    }

    static boolean isAcknowledgement(String line) {
        return line.endsWith(END) && (line.startsWith(START + " ") || line.startsWith(EVENT + " "));
    }

    private static void talk(ConversationStore store) {
        StartedConversation started = store.start(new IdempotencyKey(UUID.randomUUID()));
        say(START + " " + started.id() + " " + started.token());
        for (int answer = 1; true; answer++) {
            StoredEvent question = store.ask(started.id(), new IdempotencyKey(UUID.randomUUID()),
                    MaskedText.restored("Fråga " + answer, Set.of()), "sv").event();
            acknowledge(question);
            store.answer(question, List.of(new TextReleased("Svar " + answer, List.of())))
                    .forEach(DoomedWriter::acknowledge);
            store.answer(question, List.of(
                    new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, answer, 0.5)))
                    .forEach(DoomedWriter::acknowledge);
        }
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
