package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.embedding.Embeddings;

/** Gives each passage that has none a vector, in small batches, each of which is durable before the next one begins. */
final class PageEmbedder {
    /** Passages that are asked for at once: a busy processor answers within a few seconds. */
    private static final int BATCH = 16;
    /** How much the mean of a page's questions counts beside a passage's text (docs/adr/0019-words-and-meaning.md). */
    private static final float QUESTIONS = 2.5f;

    private final VectorIndex vectors;
    private final Embeddings embeddings;

    PageEmbedder(VectorIndex vectors, Embeddings embeddings) {
        this.vectors = vectors;
        this.embeddings = embeddings;
    }

    /** Hears how far the work has come. */
    interface Progress {
        void embedded(int passages, int of);
    }

    /**
     * Does whatever is left to do, and makes the index ready for searches with vectors.
     *
     * @return whether it is ready; not when pages have changed meanwhile
     * @throws EmbeddingUnavailable when the backend is away; what was done stays done
     */
    boolean run(Collection<IndexedPage> pages, SeedQuestions seeds, Progress progress) {
        String model = embeddings.model();
        Map<String, String> held = vectors.embedded(model);
        List<IndexedPage> missing = pages.stream()
                .filter(page -> !page.digest().equals(held.get(page.id()))).toList();
        int of = passages(pages);
        int done = of - passages(missing);
        progress.embedded(done, of);
        for (List<IndexedPage> batch : batches(missing)) {
            vectors.put(embedded(batch, model), model);
            done += passages(batch);
            progress.embedded(done, of);
        }
        return vectors.makeReady(model, means(seeds, model));
    }

    private List<VectorIndex.EmbeddedPage> embedded(List<IndexedPage> batch, String model) {
        List<String> texts = new ArrayList<>();
        batch.forEach(page -> {
            page.passages().forEach(passage -> texts.add(PassageDocument.embedded(passage)));
            texts.addAll(page.questions());
        });
        List<float[]> all = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            all.addAll(embeddings.passages(texts.subList(from, Math.min(texts.size(), from + BATCH))));
        }
        requireOneDimension(all, texts.size(), model);
        List<VectorIndex.EmbeddedPage> embedded = new ArrayList<>();
        int next = 0;
        for (IndexedPage page : batch) {
            int questions = next + page.passages().size();
            int end = questions + page.questions().size();
            embedded.add(new VectorIndex.EmbeddedPage(page,
                    joined(all.subList(next, questions), all.subList(questions, end))));
            next = end;
        }
        return embedded;
    }

    /**
     * A page's questions are the shortest way of saying what each of its passages is about, also for a question in another
     * language: their mean counts more than the passage's own text.
     */
    private static List<float[]> joined(List<float[]> passages, List<float[]> questions) {
        float[] asked = questions.isEmpty()
                ? new float[passages.getFirst().length]
                : QuestionMeans.mean(questions);
        List<float[]> joined = new ArrayList<>();
        for (float[] passage : passages) {
            float[] away = new float[passage.length];
            for (int i = 0; i < away.length; i++) {
                away[i] = -QUESTIONS * asked[i];
            }
            joined.add(QuestionMeans.centred(passage, away));
        }
        return joined;
    }

    private void requireOneDimension(List<float[]> all, int asked, String model) {
        int dimension = vectors.dimension(model).orElse(all.isEmpty() ? 0 : all.getFirst().length);
        if (all.size() != asked || all.stream().anyMatch(vector -> vector.length != dimension)) {
            throw new EmbeddingUnavailable(EmbeddingUnavailable.Reason.WRONG_DIMENSION,
                    "The vectors of " + model + " are not " + asked + " of " + dimension + " dimensions");
        }
    }

    private static List<List<IndexedPage>> batches(List<IndexedPage> pages) {
        List<List<IndexedPage>> batches = new ArrayList<>();
        List<IndexedPage> batch = new ArrayList<>();
        for (IndexedPage page : pages) {
            batch.add(page);
            if (passages(batch) >= BATCH) {
                batches.add(batch);
                batch = new ArrayList<>();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private static int passages(Collection<IndexedPage> pages) {
        return pages.stream().mapToInt(page -> page.passages().size()).sum();
    }

    /** Kept beside the documents, so that a start asks for nothing when nothing has changed. */
    private QuestionMeans means(SeedQuestions seeds, String model) {
        String digest = seeds.digest(model);
        int dimension = vectors.dimension(model).orElse(0);
        return vectors.means(digest, dimension).orElseGet(() -> {
            Map<String, List<float[]>> questions = new TreeMap<>();
            seeds.byLanguage().forEach((language, texts) -> questions.put(language,
                    texts.stream().map(embeddings::question).toList()));
            QuestionMeans means = QuestionMeans.of(questions);
            vectors.keep(means, digest);
            return means;
        });
    }
}
