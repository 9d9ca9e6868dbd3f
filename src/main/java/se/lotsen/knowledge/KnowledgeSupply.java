package se.lotsen.knowledge;

/**
 * Brings the folder up to date before it is read for the first time in this process: where several processes serve the same
 * pages, others may have published while this one was not running. Whoever keeps revisions implements it; it may block.
 */
@FunctionalInterface
public interface KnowledgeSupply {

    /** Leaves alone what it does not know; a folder that cannot be written is logged and stays as it is. */
    void supply();
}
