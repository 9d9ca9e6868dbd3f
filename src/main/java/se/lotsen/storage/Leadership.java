package se.lotsen.storage;

/**
 * Which of several processes that share a database does what must be done once: deliveries, disposal, timers. A process
 * asks at each round, never once for all, as it may lose the lead at any moment; work done under it must therefore stay
 * right when two do it at the same time for a short while.
 */
@FunctionalInterface
public interface Leadership {

    /** The only process there is. */
    Leadership ALONE = () -> true;

    /** Whether this process leads now; cheap. */
    boolean leads();
}
