package se.lotsen.answering;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.screening.QuestionScreen;

/**
 * A page's passages without what is addressed to an assistant instead of to residents. Whoever can write on a page, or is
 * imported into one, could otherwise speak to the model, and quote himself as a source. The rules are those that a question
 * meets; what they take from a page is neither read to a model nor quoted.
 */
final class SafePassages {
    private final QuestionScreen screen;
    private final String home;

    SafePassages(QuestionScreen screen, String home) {
        this.screen = screen;
        this.home = home;
    }

    /** The passages in their order; one of which nothing is left is left out. */
    List<RankedPassage> of(List<RankedPassage> ranked) {
        return ranked.stream().map(this::cleaned).filter(Objects::nonNull).toList();
    }

    private @org.jspecify.annotations.Nullable RankedPassage cleaned(RankedPassage ranked) {
        Passage passage = ranked.passage();
        // The claim often stands in the sentence beside the instruction: a block is trusted whole or not at all.
        Set<Integer> steering = passage.statements().stream()
                .filter(statement -> screen.steers(statement.text(), home)).map(Statement::block)
                .collect(Collectors.toSet());
        List<Statement> kept = passage.statements().stream()
                .filter(statement -> !steering.contains(statement.block())).toList();
        if (kept.size() == passage.statements().size()) {
            return ranked;
        }
        return kept.isEmpty()
                ? null
                : new RankedPassage(new Passage(passage.page(), passage.pageTitle(), passage.anchor(),
                        passage.headings(), kept), ranked.digest(), ranked.score(), ranked.parts());
    }
}
