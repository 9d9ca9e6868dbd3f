package se.lotsen.knowledge;

import org.springframework.context.ApplicationEventPublisher;

/** A watch over a folder for the tests of other rooms; what it publishes is heard by nobody. */
public final class Watching {
    private Watching() {
    }

    public static KnowledgeWatch over(KnowledgeFolder folder) {
        return over(folder, event -> {
            // Nobody listens.
        });
    }

    /** One whose events are heard. */
    public static KnowledgeWatch over(KnowledgeFolder folder, ApplicationEventPublisher events) {
        return new KnowledgeWatch(folder, events);
    }
}
