package se.lotsen.trial;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.evaluation.EvaluationInputException;
import se.lotsen.evaluation.QuestionRow;
import se.lotsen.knowledge.KnowledgeFolder;

/**
 * What is asked to try a change out: the municipality's test questions, and what residents have asked lately, masked, each
 * wording once. Questions that found a page that is changed come first, then what is asked most often.
 */
public final class TrialQuestions {
    /** The test questions' file. */
    public static final String FILE = "golden-questions.tsv";
    private static final Logger log = LoggerFactory.getLogger(TrialQuestions.class);
    private final QuestionHistory history;
    private final TrialProperties properties;
    private final Clock clock;

    TrialQuestions(QuestionHistory history, TrialProperties properties, Clock clock) {
        this.history = history;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param pages ids of the pages that are changed; may be empty */
    public List<TrialQuestion> of(KnowledgeFolder folder, Set<String> pages) {
        List<TrialQuestion> questions = new ArrayList<>(golden(folder));
        Instant now = clock.instant();
        recent(history.asked(now.minus(properties.asked()), now), pages).stream()
                .limit(Math.max(0, properties.questions() - questions.size()))
                .forEach(questions::add);
        return questions;
    }

    /** The test questions of a folder; none when it has none that can be read. */
    static List<TrialQuestion> golden(KnowledgeFolder folder) {
        try {
            return folder.read(FILE, finding -> log.debug("{}: {}", finding.file(), finding.code()))
                    .map(text -> QuestionRow.of(FILE, text.lines().toList())).orElse(List.of()).stream()
                    .map(row -> new TrialQuestion(row.id(), row.question(), 1, row)).toList();
        } catch (EvaluationInputException e) {
            log.warn("The test questions cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    /** Questions in the same words count as one. */
    static List<TrialQuestion> recent(List<PastQuestion> asked, Set<String> pages) {
        Map<String, List<PastQuestion>> byWords = new LinkedHashMap<>();
        asked.forEach(
                question -> byWords.computeIfAbsent(words(question), any -> new ArrayList<>()).add(question));
        byWords.remove("");
        return byWords.values().stream()
                .sorted(Comparator.<List<PastQuestion>>comparingInt(same -> touches(same, pages) ? 0 : 1)
                        .thenComparingInt(same -> -same.size()))
                .map(same -> new TrialQuestion(id(same.getLast()),
                        same.getLast().text().withoutPlaceholders(),
                        same.size(), null))
                .toList();
    }

    private static String words(PastQuestion question) {
        return question.text().withoutPlaceholders().strip().toLowerCase(Locale.ROOT);
    }

    private static boolean touches(List<PastQuestion> same, Set<String> pages) {
        return same.stream().anyMatch(question -> question.pages().stream().anyMatch(pages::contains));
    }

    private static String id(PastQuestion question) {
        return question.conversation().value() + "/" + question.answer();
    }
}
