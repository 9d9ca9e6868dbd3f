package se.lotsen.delivery;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.Attachments.Held;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects.Effect;
import se.lotsen.privacy.MaskedText;

/**
 * Writes to citizens who left contact details with a promise, of our own accord. It shows nobody the details: a mail goes
 * out by the outbox, and where there is a telephone number alone, or no mail server, somebody at the desk gets the task. It blocks.
 */
public class CitizenContacts {
    private final Attachments attachments;
    private final Promises promises;
    private final boolean mails;

    CitizenContacts(Attachments attachments, Promises promises, boolean mails) {
        this.attachments = attachments;
        this.promises = promises;
        this.mails = mails;
    }

    /** How a citizen of a conversation can be reached. */
    public enum Way {
        /** By a mail that goes out by itself. */
        EMAIL,
        /** By somebody at the desk. */
        PERSON,
        /** Not at all: nothing was left. */
        NONE
    }

    /**
     * What is told.
     *
     * @param text of a mail: the municipality's own words
     * @param task what somebody at the desk reads who is to tell it
     */
    public record Message(String subject, String text, MaskedText task) {
    }

    /** How the citizen of the conversation can be reached, without looking at the details. */
    public Way way(ConversationId conversation) {
        return latest(conversation).map(this::way).orElse(Way.NONE);
    }

    private Way way(Promise promise) {
        return promise.kind() == PromiseKind.EMAIL && mails ? Way.EMAIL : Way.PERSON;
    }

    /** An address comes before a number; of equal ones the latest was left last. */
    private Optional<Promise> latest(ConversationId conversation) {
        return promises.of(conversation).stream().filter(promise -> promise.kind() != PromiseKind.MESSAGE)
                .max(Comparator.comparing((Promise promise) -> promise.kind() == PromiseKind.EMAIL)
                        .thenComparing(Promise::madeAt));
    }

    /**
     * Sends the text, or has somebody tell it. Whoever calls it again under the same id must find in {@code also} that it is
     * done: the rows written there are stored with it, or neither is.
     *
     * @param account who has it sent; that the details were used for them is written down
     * @param task names the task of a person, if it becomes one; the same for a repeat
     * @param also told, within the transaction, by which way; returns false when it was done before
     * @return by which way it goes; {@link Way#NONE} also where no time can be promised any more
     */
    public Way tell(ConversationId conversation, String account, UUID task, Message message, Once also) {
        Optional<Promise> promise = latest(conversation);
        if (promise.isPresent() && way(promise.get()) == Way.EMAIL) {
            attachments.write(conversation, held -> mail(held, promise.get(), account, message, also));
            return Way.EMAIL;
        }
        Consumer<Held> done = held -> also.first(held, Way.PERSON);
        if (promise.isPresent() && promises.again(promise.get(), task, message.task(), done)) {
            return Way.PERSON;
        }
        attachments.write(conversation, held -> also.first(held, Way.NONE));
        return Way.NONE;
    }

    /** Keeps a thing from being done twice. */
    @FunctionalInterface
    public interface Once {

        /** Writes down that it is done this way; false when that was written before. */
        boolean first(Held held, Way way);
    }

    private static boolean mail(Held held, Promise promise, String account, Message message, Once also) {
        boolean first = also.first(held, Way.EMAIL);
        if (first) {
            new ContactTable(held.database()).open(promise.id(), account, held.now());
            held.add(new Effect(LetterChannel.NAME,
                    new Letter(promise.id(), message.subject(), message.text()).payload()));
        }
        return first;
    }
}
