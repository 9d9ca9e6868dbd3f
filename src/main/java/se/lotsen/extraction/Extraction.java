package se.lotsen.extraction;

import java.util.List;

/** What came out of a document. */
public sealed interface Extraction {

    /** One page or several; never none. */
    record Pages(List<FoundPage> pages) implements Extraction {
    }

    /** Nothing, and why. */
    record Nothing(ExtractionFault fault) implements Extraction {
    }
}
