package se.lotsen.answering;

import java.util.Optional;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.screening.TopicPolicy;
import se.lotsen.screening.Topics;

/** Whether the page that was found may be answered from: its topic, its validity, and whether another page contradicts it. */
final class Standing {
    private final KnowledgeWatch watch;
    private final Topics topics;
    private final AnswerTexts texts;

    Standing(KnowledgeWatch watch, Topics topics, AnswerTexts texts) {
        this.watch = watch;
        this.topics = topics;
        this.texts = texts;
    }

    /** Why it may not be answered from, and what is said instead. */
    record Obstacle(AnswerOutcome outcome, String reply) {
    }

    Optional<Obstacle> obstacle(int number, Retrieval retrieval) {
        Optional<Page> first = watch.library().page(retrieval.pages().getFirst().page());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Page page = first.get();
        if (topics.off(page.id(), page.metadata().area())
                || topics.policyOf(page.id(), page.metadata().area()) == TopicPolicy.JUDGEMENT) {
            return Optional
                    .of(new Obstacle(AnswerOutcome.NOT_ANSWERED_TOPIC_OFF, texts.replies().topicOff()));
        }
        return Optional.empty();
    }
}
