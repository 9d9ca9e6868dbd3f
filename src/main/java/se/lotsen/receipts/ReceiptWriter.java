package se.lotsen.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.answering.Explanation;
import se.lotsen.asking.AnswerReceipts;
import se.lotsen.confidence.Calibration;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerReceipt;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationEvent.TextReleased;
import se.lotsen.receipts.Receipt.Cited;
import se.lotsen.receipts.Receipt.Sentence;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what an answer rested on. An answer is more important than its receipt: a fault is logged, and holds nothing up. */
final class ReceiptWriter implements AnswerReceipts {
    private static final Logger log = LoggerFactory.getLogger(ReceiptWriter.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final KnowledgeStates states;
    private final Supplier<Calibration> calibration;
    private final AnswerSettings settings;
    private final String software;

    ReceiptWriter(KnowledgeStates states, Supplier<Calibration> calibration, AnswerSettings settings,
            String software) {
        this.states = states;
        this.calibration = calibration;
        this.settings = settings;
        this.software = software;
    }

    @Override
    public Optional<Receipted> of(AskedQuestion asked, List<ConversationEvent> events, Explanation why,
            AnswerExplanation stored) {
        try {
            return Optional.of(write(asked, events, why, stored));
        } catch (RuntimeException e) {
            log.error("Answer {} of conversation {} has no receipt", asked.answer(),
                    asked.event().conversation(), e);
            return Optional.empty();
        }
    }

    private Receipted write(AskedQuestion asked, List<ConversationEvent> events, Explanation why,
            AnswerExplanation stored) {
        ReceiptId id = ReceiptId.of(asked.event().conversation().value(), asked.answer());
        Completed end = ((Completed) events.getLast()).quotedBy(id.toString());
        List<ConversationEvent> whole = new ArrayList<>(events);
        whole.set(whole.size() - 1, end);
        Explanation.AppliedRule rule = why.rule();
        Receipt receipt = new Receipt(Receipt.FORM, id.toString(), asked.event().conversation().value(),
                asked.answer(), asked.event().at(), end.kind(), end.outcome(), why.language(),
                end.confidence(),
                rule == null ? null : rule.id(), context(why), why.voice(), why.models(), why.thresholds(),
                name(calibration.get().basis()), software, settings.digest(),
                states.of(why.digests().values()), new TreeMap<>(why.digests()), sentences(whole),
                Digests.of(whole), Digests.of(stored.document()));
        String document = JSON.writeValueAsString(receipt);
        return new Receipted(new AnswerReceipt(id.toString(), asked.event().conversation(), asked.answer(),
                asked.event().at(), document, Digests.of(document)), end);
    }

    private static @Nullable String context(Explanation why) {
        Explanation.Context context = why.context();
        return context == null ? null : context.kind();
    }

    private static String name(Calibration.Basis basis) {
        return basis.name() + " " + basis.made() + " (" + basis.cases() + ")";
    }

    private static List<Sentence> sentences(List<ConversationEvent> events) {
        return events.stream().filter(TextReleased.class::isInstance).map(TextReleased.class::cast)
                .map(text -> new Sentence(Digests.of(text.text()), digest(text.original()),
                        text.sources().stream()
                                .map(cited -> new Cited(cited.page(), cited.url(), cited.revision()))
                                .toList()))
                .toList();
    }

    private static @Nullable String digest(@Nullable String text) {
        return text == null ? null : Digests.of(text);
    }
}
