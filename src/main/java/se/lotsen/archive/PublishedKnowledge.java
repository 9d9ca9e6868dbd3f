package se.lotsen.archive;

/** What an operator asks of a process: does it serve what is published? */
public final class PublishedKnowledge {
    private final CatchUp catchUp;

    PublishedKnowledge(CatchUp catchUp) {
        this.catchUp = catchUp;
    }

    /** At this moment. Blocks. */
    public KnowledgeState state() {
        return catchUp.state();
    }
}
