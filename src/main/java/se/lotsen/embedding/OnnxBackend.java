package se.lotsen.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.lotsen.embedding.EmbeddingUnavailable.Reason;

/**
 * A model inside this process. Questions and passages have threads of their own, so that a question does not queue behind
 * an index that is being made. What is begun cannot be broken off: after a deadline it is computed to its end for nobody.
 */
final class OnnxBackend implements EmbeddingBackend {
    private static final int QUESTION_THREADS = 2;
    private static final int WAITING = 32;

    private final OnnxEmbeddingModel model;
    private final String name;
    private final EmbeddingProperties properties;
    private final ExecutorService questions = threads("question", QUESTION_THREADS);
    private final ExecutorService passages = threads("passage", 1);

    OnnxBackend(OnnxFolder folder, EmbeddingProperties properties) {
        this.properties = properties;
        this.name = folder.modelId(properties.onnxPooling());
        this.model = load(folder.model(), folder.tokenizer(), properties.onnxPooling());
    }

    private static OnnxEmbeddingModel load(Path model, Path tokenizer, EmbeddingProperties.Pooling pooling) {
        try {
            return new OnnxEmbeddingModel(model, tokenizer, PoolingMode.valueOf(pooling.name()),
                    Runnable::run);
        } catch (RuntimeException | LinkageError e) {
            throw new EmbeddingRefused("lotsen.embedding.onnx-dir: " + model.getParent()
                    + " holds no model that can be loaded here", e);
        }
    }

    private static ExecutorService threads(String kind, int count) {
        return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("embedding-" + kind + "-", 0).factory());
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public List<float[]> vectors(List<String> texts, Kind kind) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        boolean question = kind == Kind.QUESTION;
        Duration deadline = question ? properties.questionTimeout() : properties.passageTimeout();
        try {
            return within(deadline, (question ? questions : passages).submit(() -> model.embedAll(segments)
                    .content().stream().map(Embedding::vector).toList()));
        } catch (RejectedExecutionException e) {
            throw new EmbeddingUnavailable(Reason.UNREACHABLE, "too many texts are waiting, or it is closed");
        }
    }

    private static List<float[]> within(Duration deadline, Future<List<float[]>> computing) {
        try {
            return computing.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            computing.cancel(false);
            throw new EmbeddingUnavailable(Reason.TIMEOUT, "no vector within " + deadline.toMillis() + " ms");
        } catch (InterruptedException e) {
            computing.cancel(false);
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailable(Reason.UNREACHABLE, "interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new EmbeddingUnavailable(Reason.REFUSED,
                    "the model failed: " + cause.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        questions.shutdownNow();
        passages.shutdownNow();
    }
}
