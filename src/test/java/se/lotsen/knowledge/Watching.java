package se.lotsen.knowledge;

/** A watch over a folder for the tests of other rooms; what it publishes is heard by nobody. */
public final class Watching {
    private Watching() {
    }

    public static KnowledgeWatch over(KnowledgeFolder folder) {
        return new KnowledgeWatch(folder, event -> {
            // Nobody listens.
        });
    }
}
