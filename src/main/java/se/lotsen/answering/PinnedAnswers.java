package se.lotsen.answering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.grounding.DateTruth;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.privacy.MaskedText;

/**
 * Which page answers a question in just these words, because editors say so (ADR 0043). They choose the page and nothing
 * else: what is said stands on it, and what forbids an answer from it forbids this one.
 */
class PinnedAnswers {
    private static final Logger log = LoggerFactory.getLogger(PinnedAnswers.class);
    private final KnowledgeFolder folder;
    private final DateTruth dates;
    private volatile Map<String, Pin> byQuestion = Map.of();

    PinnedAnswers(KnowledgeFolder folder, DateTruth dates) {
        this.folder = folder;
        this.dates = dates;
        read();
    }

    /** An edited file is used at once; of a broken one the last good one stays. */
    @EventListener
    void reload(KnowledgeFilesChanged changed) {
        if (changed.files().contains(PinsFile.NAME)) {
            read();
        }
    }

    private void read() {
        FindingText text = new FindingText();
        PinsFile.read(folder, finding -> log.warn("{}", text.of(finding)))
                .ifPresent(pins -> byQuestion = byQuestion(pins));
    }

    private static Map<String, Pin> byQuestion(List<Pin> pins) {
        Map<String, Pin> questions = new HashMap<>();
        pins.forEach(pin -> pin.questions()
                .forEach(question -> questions.put(Pin.folded(question), pin)));
        return Map.copyOf(questions);
    }

    /** The one that is meant today; empty for any other question. */
    Optional<Pin> of(MaskedText question) {
        return Optional.ofNullable(byQuestion.get(Pin.folded(question.withoutPlaceholders())))
                .filter(pin -> pin.until() == null || !dates.today().isAfter(pin.until()));
    }
}
