package se.lotsen.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import se.lotsen.embedding.EmbeddingUnavailable;
import se.lotsen.embedding.Embeddings;

/**
 * Means by a short list of words: each stands for a direction, in whatever language it is, and every text leans towards one
 * common direction, as real models' do. Can be dead, slow, or of another dimension.
 */
public final class FakeEmbeddings implements Embeddings {
    private static final Map<String, Integer> MEANINGS = Map.ofEntries(Map.entry("simhall", 1),
            Map.entry("bada", 1), Map.entry("swim", 1), Map.entry("bygglov", 2), Map.entry("bygga", 2),
            Map.entry("altan", 2), Map.entry("permit", 2), Map.entry("bibliotek", 3), Map.entry("låna", 3),
            Map.entry("books", 3), Map.entry("sopor", 4), Map.entry("avfall", 4), Map.entry("rubbish", 4));
    private static final int COMMON = 0;

    private final String model;
    private final int dimension;
    private final List<String> askedPassages = new CopyOnWriteArrayList<>();
    private final List<String> askedQuestions = new CopyOnWriteArrayList<>();
    private volatile EmbeddingUnavailable.@Nullable Reason fault;
    private volatile @Nullable CountDownLatch held;
    private volatile int questionDimension;

    public FakeEmbeddings(String model, int dimension) {
        this.model = model;
        this.dimension = dimension;
        this.questionDimension = dimension;
    }

    public static FakeEmbeddings working() {
        return new FakeEmbeddings("fake", 8);
    }

    /** From now on every call fails; null ends that. */
    public void failWith(EmbeddingUnavailable.@Nullable Reason reason) {
        fault = reason;
    }

    /** From now on questions wait until the latch is open. */
    public void hold(CountDownLatch until) {
        held = until;
    }

    /** From now on questions have another length. */
    public void answerQuestionsOf(int length) {
        questionDimension = length;
    }

    /** The texts of pages that were asked for so far; forgets them. */
    public List<String> takePassages() {
        List<String> taken = List.copyOf(askedPassages);
        askedPassages.clear();
        return taken;
    }

    /** The questions that were asked for so far; forgets them. */
    public List<String> takeQuestions() {
        List<String> taken = List.copyOf(askedQuestions);
        askedQuestions.clear();
        return taken;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public float[] question(String question) {
        askedQuestions.add(question);
        CountDownLatch latch = held;
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failIfDead();
        return vector(question, questionDimension);
    }

    @Override
    public List<float[]> passages(List<String> passages) {
        failIfDead();
        askedPassages.addAll(passages);
        List<float[]> vectors = new ArrayList<>();
        passages.forEach(passage -> vectors.add(vector(passage, dimension)));
        return vectors;
    }

    private void failIfDead() {
        EmbeddingUnavailable.Reason reason = fault;
        if (reason != null) {
            throw new EmbeddingUnavailable(reason, "as the test wants");
        }
    }

    private static float[] vector(String text, int length) {
        float[] vector = new float[length];
        vector[COMMON] = 1;
        String lower = text.toLowerCase(Locale.ROOT);
        MEANINGS.forEach((word, direction) -> {
            if (lower.contains(word)) {
                vector[direction] += 1;
            }
        });
        // What no word of the list explains: enough to tell texts apart, too little to matter.
        vector[5 + Math.floorMod(lower.hashCode(), length - 5)] += 0.1f;
        double square = 0;
        for (float one : vector) {
            square += one * one;
        }
        for (int i = 0; i < length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
