package se.lotsen.testing;

import java.util.function.Supplier;
import se.lotsen.retrieval.IndexUnavailable;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Retriever;

/** Finds the same for every question, or fails the same way. */
public final class FixedRetriever implements Retriever {
    private final Supplier<Retrieval> found;

    private FixedRetriever(Supplier<Retrieval> found) {
        this.found = found;
    }

    public static FixedRetriever finding(Retrieval retrieval) {
        return new FixedRetriever(() -> retrieval);
    }

    public static FixedRetriever withoutItsIndex() {
        return failing(new IndexUnavailable("The index cannot be read.", new java.io.IOException("disk")));
    }

    public static FixedRetriever failing(RuntimeException fault) {
        return new FixedRetriever(() -> {
            throw fault;
        });
    }

    @Override
    public Retrieval retrieve(String question, String language) {
        return found.get();
    }

    @Override
    public Retrieval retrieveWithin(String question, String page) {
        Retrieval all = found.get();
        return new Retrieval(all.passagesOf(page),
                all.pages().stream().filter(ranked -> ranked.page().equals(page)).toList(), all.evidence(),
                all.relevance());
    }
}
