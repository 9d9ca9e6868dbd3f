package se.lotsen.radar;

import java.net.URI;
import se.lotsen.inspection.LinkState;

/** Follows a link once. Without one no link is followed, and none is said to be dead. */
@FunctionalInterface
interface LinkProbe {

    /** @throws InterruptedException when the caller is no longer wanted */
    LinkState follow(URI address) throws InterruptedException;
}
