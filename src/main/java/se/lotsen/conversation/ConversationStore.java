package se.lotsen.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.AcceptedRequests.Accepted;
import se.lotsen.conversation.ConversationEvent.ChoicesOffered;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.HandoverOffered;
import se.lotsen.conversation.ConversationEvent.MessagePosted;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationEvent.SourcesFound;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.conversation.ConversationRefusal.QuestionNotOpen;
import se.lotsen.conversation.ConversationRefusal.UnknownAnswer;
import se.lotsen.storage.Replicas;
import se.lotsen.privacy.MaskedText;

/**
 * The assistant's part of the record of all conversations (a person's part is {@link HandoverStore}), in an embedded or a PostgreSQL database. What a method returned is stored: it survives
 * a killed process. Every method blocks and refuses to run on an event loop; what a request may not do is refused with a
 * {@link ConversationRefusal}. A question runs through it like this:
 *
 * <pre>{@code
 * StartedConversation started = store.start(key);
 * AskedQuestion asked = store.ask(started.id(), key2, text, "sv");
 * store.answer(asked.event(), List.of(sources, firstSentence));
 * store.answer(asked.event(), List.of(secondSentence, completed), explanation);
 * }</pre>
 */
public class ConversationStore {
    private final Transactions transactions;
    private final ConversationSignals signals;
    private final Clock clock;
    private final Replicas replicas;
    private final Admission admission;
    private final EventLog log;
    private final Explanations explanations;
    private final ReceiptTable receipts;
    private final AcceptedRequests accepted;
    private final Ratings ratings;

    ConversationStore(JdbcClient database, Transactions transactions, ConversationSignals signals,
            Replicas replicas, Clock clock) {
        this.replicas = replicas;
        this.transactions = transactions;
        this.signals = signals;
        this.clock = clock;
        this.admission = new Admission(database);
        this.log = new EventLog(database);
        this.explanations = new Explanations(database);
        this.receipts = new ReceiptTable(database);
        this.accepted = new AcceptedRequests(database);
        this.ratings = new Ratings(database);
    }

    /** Begins a conversation; a repeat under the same key within a day gives the same id and the same token. */
    public StartedConversation start(IdempotencyKey key) {
        Optional<StartedConversation> earlier = transactions.run(() -> admission.started(key));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            return transactions.run(() -> admission.start(key, now()));
        } catch (DuplicateKeyException e) {
            // A repeat that ran at the same time was faster: its conversation is the one.
            return transactions.run(() -> admission.started(key)).orElseThrow(() -> e);
        }
    }

    /** The conversation, when the token is its own; empty for a missing, disposed or foreign one and a wrong token. */
    public Optional<Conversation> open(ConversationId conversation, String token) {
        return transactions.run(() -> admission.open(conversation, token));
    }

    /**
     * Stores a question; a repeat under the same key returns the first, also while that is still open. Refuses the key
     * with another text, a question while another one is open, and every question while a person has the case or has
     * ended it.
     */
    public AskedQuestion ask(ConversationId conversation, IdempotencyKey key, MaskedText text,
            String language) {
        QuestionAsked question = new QuestionAsked(text, language);
        return transactions.write(conversation, () -> {
            AskedQuestion asked = ask(log.lock(conversation), key, question);
            if (!asked.repeated()) {
                signals.changed(conversation);
            }
            return asked;
        });
    }

    private AskedQuestion ask(LogHead head, IdempotencyKey key, QuestionAsked question) {
        ConversationId conversation = head.conversation();
        String request = "question\n" + question.text().value();
        Optional<Accepted> earlier = accepted.earlier(conversation, key, request);
        if (earlier.isPresent()) {
            StoredEvent event = log.event(conversation, earlier.get().event());
            return new AskedQuestion(event, earlier.get().answer(), true);
        }
        StoredEvent event = log.append(head, List.of(question), now()).getFirst();
        int answer = head.questions() + 1;
        accepted.add(conversation, key, request, new Accepted(answer, event.id()));
        log.answerer(conversation, replicas.own());
        return new AskedQuestion(event, answer, false);
    }

    /**
     * Adds a part of the answer to a question, all of it or nothing. Refuses a question that is not open, or that another
     * process answers by now: it may have been taken over and completed meanwhile, and a late sentence must not end up under
     * the next question.
     */
    public List<StoredEvent> answer(StoredEvent question, List<ConversationEvent> events) {
        return answer(question, events, null);
    }

    /** As above; the explanation, once for each question, is stored in the same transaction. */
    public List<StoredEvent> answer(StoredEvent question, List<ConversationEvent> events,
            @Nullable AnswerExplanation explanation) {
        return answer(question, events, explanation, null);
    }

    /** As above, and so is the receipt. */
    public List<StoredEvent> answer(StoredEvent question, List<ConversationEvent> events,
            @Nullable AnswerExplanation explanation, @Nullable AnswerReceipt receipt) {
        ConversationId conversation = question.conversation();
        if (!events.stream().allMatch(ConversationStore::isPartOfAnswer)) {
            throw new IllegalArgumentException(
                    "Questions, messages, notices and changes of state are no part of an answer");
        }
        return transactions.write(conversation, () -> {
            LogHead head = log.lock(conversation);
            if (head.openQuestion() != question.id() || !log.isAnsweredBy(conversation, replicas.own())) {
                throw new QuestionNotOpen(conversation);
            }
            if (explanation != null) {
                explanations.add(conversation, question.id(), explanation);
            }
            if (receipt != null) {
                receipts.add(receipt);
            }
            signals.changed(conversation);
            return log.append(head, events, now());
        });
    }

    /** Whether such an event belongs to an answer, and to nothing else. */
    public static boolean isPartOfAnswer(ConversationEvent event) {
        return switch (event) {
            case SourcesFound sources -> true;
            case TextReleased text -> true;
            case ChoicesOffered choices -> true;
            case HandoverOffered offer -> true;
            case Completed completed -> true;
            case QuestionAsked question -> false;
            case StateChanged changed -> false;
            case MessagePosted message -> false;
            case NoticePosted notice -> false;
        };
    }

    /** Adds what happened outside any answer, all of it or nothing; parts of an answer are {@link #answer}'s. */
    public List<StoredEvent> append(ConversationId conversation, List<ConversationEvent> events) {
        if (!events.stream().allMatch(HandoverOffered.class::isInstance)) {
            throw new IllegalArgumentException("Questions are asked and answers answered, not appended");
        }
        return transactions.write(conversation, () -> {
            signals.changed(conversation);
            return log.append(log.lock(conversation), events, now());
        });
    }

    /** Whether an agent asks in it for a caller; false for what is disposed of. */
    public boolean isCall(ConversationId conversation) {
        return transactions.run(() -> admission.isCall(conversation));
    }

    /** The events with an id greater than {@code id} (0 for all), oldest first. */
    public List<StoredEvent> eventsAfter(ConversationId conversation, long id) {
        return eventsAfter(conversation, id, Integer.MAX_VALUE);
    }

    /** The last events of the conversation before this question, at most {@code limit}, oldest first. */
    public List<ConversationEvent> eventsBefore(StoredEvent question, int limit) {
        return transactions.run(() -> log.before(question, limit));
    }

    List<StoredEvent> eventsAfter(ConversationId conversation, long id, int limit) {
        return transactions.run(() -> log.after(conversation, id, limit));
    }

    /**
     * The questions of all conversations that have no {@code completed} and that no other living process answers, oldest
     * first. Right after a start that is what a crash has left.
     */
    public List<AskedQuestion> openQuestions() {
        return transactions.run(() -> log.openQuestions(replicas.own()));
    }

    /** The same, of those that this process answers. */
    public List<AskedQuestion> ownOpenQuestions() {
        return transactions.run(() -> log.ownOpenQuestions(replicas.own()));
    }

    /** True when the question is open and no other living process answers it: from now on this one does. */
    public boolean takeOver(StoredEvent question) {
        return transactions.write(question.conversation(),
                () -> log.takeOver(question.conversation(), question.id(), replicas.own()));
    }

    /** Why the conversation's n-th answer, counted from 1, became what it became; empty when there is none such. */
    public Optional<AnswerExplanation> explanationOf(ConversationId conversation, int answer) {
        return answer < 1
                ? Optional.empty()
                : transactions.run(() -> explanations.ofAnswer(conversation, answer));
    }

    /** What an answer rested on, also when its conversation is disposed of. */
    public Optional<AnswerReceipt> receipt(String id) {
        return transactions.run(() -> receipts.byId(id));
    }

    /** @param question the event id of the question */
    public Optional<AnswerExplanation> explanation(ConversationId conversation, long question) {
        return transactions.run(() -> explanations.of(conversation, question));
    }

    /**
     * Keeps what the citizen thinks of a finished answer, in place of what was thought before; a repeat under the same
     * key changes nothing. Refuses an answer number that the conversation does not have.
     */
    public void rate(ConversationId conversation, IdempotencyKey key, int answer, boolean helpful,
            @Nullable MaskedText comment) {
        String request = "rating\n%d\n%s\n%s".formatted(answer, helpful,
                comment == null ? "" : comment.value());
        transactions.write(conversation, () -> {
            LogHead head = log.lock(conversation);
            boolean first = accepted.earlier(conversation, key, request).isEmpty();
            if (first && !head.hasFinished(answer)) {
                throw new UnknownAnswer(conversation, answer);
            }
            if (first) {
                ratings.put(conversation, new Rating(answer, helpful, comment, now()));
                accepted.add(conversation, key, request, new Accepted(answer, 0));
            }
            return first;
        });
    }

    /** The latest rating of each answer that has one, by answer. */
    public List<Rating> ratings(ConversationId conversation) {
        return transactions.run(() -> ratings.of(conversation));
    }

    private Instant now() {
        return EventLog.storable(clock.instant());
    }
}
