package se.lotsen.answering;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.Disagreement;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.screening.Release;
import se.lotsen.screening.TopicPolicy;
import se.lotsen.screening.Topics;

/** Whether the page that was found may be answered from: its topic, its validity, and whether another page contradicts it. */
final class Standing {
    /** A page whose best passage scores below this share of the first one is about something else. */
    private static final double NEAR = 0.6;
    /** How much of the question a contradicted statement must speak of to matter for it. */
    private static final double CONCERNS = 0.3;

    private final Supplier<Library> library;
    private final Topics topics;
    private final DateTruth dates;
    private final AnswerTexts texts;

    Standing(Supplier<Library> library, Topics topics, DateTruth dates, AnswerTexts texts) {
        this.library = library;
        this.topics = topics;
        this.dates = dates;
        this.texts = texts;
    }

    /** Why it may not be answered from, and what is said instead. */
    record Obstacle(AnswerOutcome outcome, String reply) {
    }

    /**
     * The first thing that forbids an answer from the first page; empty when nothing does.
     *
     * @param byStaff whether one of the staff asks, who may see what is only tried yet
     */
    Optional<Obstacle> obstacle(Retrieval retrieval, boolean byStaff) {
        return library.get().page(retrieval.pages().getFirst().page())
                .flatMap(page -> topic(page, byStaff).or(() -> validity(page))
                        .or(() -> contradiction(page, retrieval)));
    }

    /** How an answer from the first page reaches the citizen. */
    Release release(Retrieval retrieval) {
        return library.get().page(retrieval.pages().getFirst().page())
                .map(page -> topics.release(page.id(), page.metadata().area())).orElse(Release.AUTONOMOUS);
    }

    private Optional<Obstacle> topic(Page page, boolean byStaff) {
        String area = page.metadata().area();
        Release release = topics.release(page.id(), area);
        if (release == Release.OFF || topics.policyOf(page.id(), area) == TopicPolicy.JUDGEMENT) {
            return Optional.of(
                    new Obstacle(AnswerOutcome.NOT_ANSWERED_TOPIC_OFF, texts.replies().topicOff()));
        }
        return release == Release.PILOT && !byStaff
                ? Optional.of(new Obstacle(AnswerOutcome.NOT_ANSWERED_PILOT, texts.replies().searchOnly()))
                : Optional.empty();
    }

    private Optional<Obstacle> validity(Page page) {
        return switch (dates.standing(page)) {
            case CURRENT -> Optional.empty();
            case REVIEW_OVERDUE -> Optional
                    .of(new Obstacle(AnswerOutcome.NOT_ANSWERED_PAGE_OVERDUE, texts.pageOutdated(page)));
            case EXPIRED, NOT_YET_VALID -> Optional
                    .of(new Obstacle(AnswerOutcome.NOT_ANSWERED_PAGE_EXPIRED, texts.pageOutdated(page)));
        };
    }

    private Optional<Obstacle> contradiction(Page page, Retrieval retrieval) {
        List<Passage> own = retrieval.passagesOf(page.id()).stream().map(RankedPassage::passage).toList();
        double top = retrieval.pages().getFirst().score();
        for (RankedPassage other : retrieval.passages()) {
            Optional<Page> second = library.get().page(other.passage().page());
            if (other.passage().page().equals(page.id()) || other.score() < NEAR * top || second.isEmpty()) {
                continue;
            }
            for (Passage passage : own) {
                Optional<Disagreement> found = Disagreement.between(passage, other.passage());
                if (found.isPresent()
                        && retrieval.relevance().share(found.get().first().text()) >= CONCERNS) {
                    return Optional.of(new Obstacle(AnswerOutcome.NOT_ANSWERED_SOURCES_DISAGREE,
                            texts.sourcesDisagree(page, second.get())));
                }
            }
        }
        return Optional.empty();
    }
}
