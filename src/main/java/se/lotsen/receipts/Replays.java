package se.lotsen.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.lotsen.answering.AnswerEvent;
import se.lotsen.answering.EarlierTurn;
import se.lotsen.answering.Question;
import se.lotsen.archive.Archive;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerReceipt;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.QuestionAsked;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.StoredEvent;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.receipts.PastDesks.Missing;
import se.lotsen.receipts.Receipt.Cited;
import se.lotsen.receipts.Receipt.Sentence;
import se.lotsen.receipts.Replay.ChangedPage;
import se.lotsen.receipts.Replay.Line;
import se.lotsen.receipts.Replay.Part;
import se.lotsen.receipts.Replay.Result;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives an answer again (ADR 0055): the stored question, asked of the knowledge base as it was, at the time that it was, of the
 * voice that quotes. Every step on the way is held against the receipt first. Blocks, some seconds for a state that was not
 * looked into before.
 */
public final class Replays {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final ConversationStore store;
    private final KnowledgeStates states;
    private final PastDesks desks;
    private final Archive archive;
    private final Supplier<Library> library;
    private final Comparison comparison;

    Replays(ConversationStore store, KnowledgeStates states, PastDesks desks, Archive archive,
            Supplier<Library> library, Comparison comparison) {
        this.store = store;
        this.states = states;
        this.desks = desks;
        this.archive = archive;
        this.library = library;
        this.comparison = comparison;
    }

    Replay replay(ReceiptId id) {
        Optional<AnswerReceipt> stored = store.receipt(id.toString());
        if (stored.isEmpty()) {
            return Replay.without(Result.UNKNOWN, id.toString());
        }
        return whole(stored.get()).map(this::replay)
                .orElseGet(() -> Replay.tampered(id.toString(), Part.RECEIPT));
    }

    /** The receipt, if no byte of it is another one. */
    private static Optional<Receipt> whole(AnswerReceipt stored) {
        if (!Digests.of(stored.document()).equals(stored.hash())) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(stored.document(), Receipt.class))
                    .filter(receipt -> receipt.form().equals(Receipt.FORM) && receipt.id().equals(stored.id())
                            && receipt.conversation().equals(stored.conversation().value())
                            && receipt.answer() == stored.answer() && receipt.at().equals(stored.at()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Replay replay(Receipt receipt) {
        List<StoredEvent> log = store
                .eventsAfter(new se.lotsen.conversation.ConversationId(receipt.conversation()), 0);
        if (log.isEmpty()) {
            return disposed(receipt);
        }
        Optional<StoredAnswer> stored = StoredAnswer.in(log, receipt.answer());
        if (stored.isEmpty() || !Digests.of(stored.get().events()).equals(receipt.events())) {
            return Replay.tampered(receipt.id(), Part.ANSWER);
        }
        if (!store.explanation(stored.get().question().conversation(), stored.get().question().id())
                .map(AnswerExplanation::document).map(Digests::of)
                .equals(Optional.of(receipt.explanation()))) {
            return Replay.tampered(receipt.id(), Part.EXPLANATION);
        }
        Optional<KnowledgeState> state = states.find(receipt.knowledge());
        if (state.isEmpty() || !state.get().digest().equals(receipt.knowledge())) {
            return Replay.tampered(receipt.id(), Part.KNOWLEDGE);
        }
        return again(receipt, stored.get(), state.get());
    }

    /** An answer as it is stored. */
    private record StoredAnswer(StoredEvent question, List<ConversationEvent> events) {

        static Optional<StoredAnswer> in(List<StoredEvent> log, int answer) {
            List<StoredEvent> asked = log.stream().filter(event -> event.event() instanceof QuestionAsked)
                    .toList();
            if (answer > asked.size()) {
                return Optional.empty();
            }
            StoredEvent question = asked.get(answer - 1);
            List<ConversationEvent> events = new ArrayList<>();
            for (StoredEvent event : log) {
                if (event.id() > question.id() && ConversationStore.isPartOfAnswer(event.event())) {
                    events.add(event.event());
                    if (event.event() instanceof Completed) {
                        return Optional.of(new StoredAnswer(question, events));
                    }
                }
            }
            return Optional.empty();
        }
    }

    private Replay again(Receipt receipt, StoredAnswer stored, KnowledgeState state) {
        QuestionAsked asked = (QuestionAsked) stored.question().event();
        List<EarlierTurn> earlier = receipt.answer() > 1
                ? EarlierTurn.of(store.eventsBefore(stored.question(), EarlierTurn.EVENTS))
                : List.of();
        try {
            List<ConversationEvent> now = desks
                    .answer(state, receipt.at(),
                            new Question(asked.text(), asked.language(), receipt.answer(),
                                    earlier, receipt.conversation().toString()))
                    .stream().map(AnswerEvent::event).map(ConversationEvent.class::cast).toList();
            return comparison.of(receipt, stored.events(), now, changed(receipt));
        } catch (Missing missing) {
            return new Replay(Result.INCOMPLETE, receipt.id(), receipt, missing.getMessage(),
                    Comparison.lines(stored.events()), List.of(), List.of(), changed(receipt));
        }
    }

    /** The words of citizens are gone; those of the pages are in the archive, and the hashes say which they were. */
    private Replay disposed(Receipt receipt) {
        List<Line> found = receipt.sentences().stream().map(this::foundAgain).toList();
        return new Replay(Result.DISPOSED, receipt.id(), receipt, null, found, List.of(), List.of(),
                changed(receipt));
    }

    private Line foundAgain(Sentence sentence) {
        String wanted = sentence.original() == null ? sentence.text() : sentence.original();
        for (Cited cited : sentence.cited()) {
            Optional<Line> line = Optional.ofNullable(cited.revision())
                    .flatMap(revision -> archive.revisionOf(cited.page(), revision))
                    .flatMap(revision -> Page.read(revision.file(), revision.text(), finding -> {
                    }))
                    .flatMap(page -> page.passages().stream()
                            .flatMap(passage -> passage.statements().stream())
                            .filter(statement -> Digests.of(statement.text()).equals(wanted)).findFirst())
                    .map(statement -> new Line(statement.text(), cited.page(), cited.revision()));
            if (line.isPresent()) {
                return line.get();
            }
        }
        return sentence.cited().isEmpty()
                ? new Line("", null, null)
                : new Line("", sentence.cited().getFirst().page(), sentence.cited().getFirst().revision());
    }

    private List<ChangedPage> changed(Receipt receipt) {
        List<ChangedPage> changed = new ArrayList<>();
        receipt.pages().forEach((page, digest) -> {
            String now = library.get().page(page).map(Page::digest).orElse("");
            if (!now.equals(digest)) {
                changed.add(new ChangedPage(page, Page.revision(digest), Page.revision(now)));
            }
        });
        return changed;
    }
}
