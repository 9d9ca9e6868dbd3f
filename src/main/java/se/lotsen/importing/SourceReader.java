package se.lotsen.importing;

import org.jspecify.annotations.Nullable;

/** A source while it is read. Both methods block, and end early when their thread is interrupted. */
interface SourceReader {
    Listing list() throws InterruptedException;

    /** @param seen what is known of the page, so that what has not changed is not read; null to read it anyway */
    Reading read(Listed page, @Nullable Seen seen) throws InterruptedException;
}
