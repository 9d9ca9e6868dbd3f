package se.lotsen.importing;

import org.jspecify.annotations.Nullable;
import se.lotsen.extraction.FoundPage;

/** What came of reading one page at its source. */
sealed interface Reading {

    /** Its text is here. */
    record Found(FoundPage page, @Nullable String etag, @Nullable String lastModified) implements Reading {
    }

    /** The source says that it has not changed. */
    record Same() implements Reading {
    }

    /** The source says that it is there no more. */
    record Gone() implements Reading {
    }

    /**
     * It was not read.
     *
     * @param status that the server answered with; 0 when that says nothing
     */
    record Left(ItemReason reason, int status) implements Reading {
        static Left because(ItemReason reason) {
            return new Left(reason, 0);
        }
    }
}
