package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import se.lotsen.embedding.Embeddings;

/** Asks the backend for each text once, however often an index is built anew or a question is put again. */
final class RememberedEmbeddings implements Embeddings {
    private final Embeddings backend;
    private final Map<String, float[]> questions = new ConcurrentHashMap<>();
    private final Map<String, float[]> passages = new ConcurrentHashMap<>();

    RememberedEmbeddings(Embeddings backend) {
        this.backend = backend;
    }

    @Override
    public String model() {
        return backend.model();
    }

    @Override
    public float[] question(String question) {
        return questions.computeIfAbsent(question, backend::question);
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        List<String> unknown = new ArrayList<>(new LinkedHashSet<>(texts));
        unknown.removeIf(passages::containsKey);
        if (!unknown.isEmpty()) {
            List<float[]> vectors = backend.passages(unknown);
            for (int i = 0; i < unknown.size(); i++) {
                passages.put(unknown.get(i), vectors.get(i));
            }
        }
        return texts.stream().map(text -> Objects.requireNonNull(passages.get(text))).toList();
    }
}
