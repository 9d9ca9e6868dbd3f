package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.lotsen.LotsenApplication;
import se.lotsen.retrieval.EmbeddingUpkeep;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.retrieval.Retriever;
import se.lotsen.testing.EmbeddingServer;
import se.lotsen.testing.EmbeddingServer.Fault;

/**
 * What an embedding server that fails under load adds to a search, beyond the search by words alone, question by question and
 * in turn. The first questions after the fault wait for its deadline; then the breaker spares the rest.
 */
final class EmbeddingFaultBenchmark {
    private static final int CLIENTS = 8;
    private static final double P99 = 0.99;
    private static final double LONGEST = 1;
    private static final double AIM = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Report report;
    private final List<String> questions;

    EmbeddingFaultBenchmark(Report report, List<String> questions) {
        this.report = report;
        this.questions = questions;
    }

    void run(Path knowledge) throws IOException, InterruptedException {
        report.section("Embedding server failing under load: added to a search by words (%d at once)"
                .formatted(CLIENTS));
        try (EmbeddingServer server = new EmbeddingServer();
                ConfigurableApplicationContext application = start(knowledge, server.baseUrl())) {
            if (!application.getBean(EmbeddingUpkeep.class).awaitFirstRound(PATIENCE)) {
                throw new IOException("The pages were not embedded in time");
            }
            Retriever retriever = application.getBean(Retriever.class);
            PassageIndex words = application.getBean(PassageIndex.class);
            under(Fault.NONE, server, retriever, words);
            for (Fault fault : List.of(Fault.DEAD, Fault.SILENT, Fault.HALF_DIMENSION, Fault.STATUS_500)) {
                under(fault, server, retriever, words);
                recover(server, retriever);
            }
        }
    }

    private static ConfigurableApplicationContext start(Path knowledge, String embeddings) {
        return new SpringApplicationBuilder(LotsenApplication.class).web(WebApplicationType.NONE)
                .profiles("command").logStartupInfo(false).properties("lotsen.knowledge.dir=" + knowledge,
                        "lotsen.embedding.base-url=" + embeddings, "lotsen.embedding.name=words-as-vectors")
                // A command waits for long; a service does not.
                .run("--lotsen.embedding.question-timeout=250ms");
    }

    private void under(Fault fault, EmbeddingServer server, Retriever retriever, PassageIndex words)
            throws IOException, InterruptedException {
        server.fail(fault);
        Series added = new Series();
        int failed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Double>> asked = new ArrayList<>();
            for (String question : questions) {
                asked.add(threads.submit(() -> added(question, retriever, words)));
            }
            for (Future<Double> one : asked) {
                try {
                    added.add(one.get());
                } catch (ExecutionException e) {
                    failed++;
                }
            }
        }
        report.note("%s: %d questions, %d failed".formatted(fault, questions.size(), failed));
        report.figure("  added", added, 2, "ms");
        if (fault == Fault.NONE) {
            report.figure("  at the 99th of 100", added.at(P99), 2, "ms");
        } else {
            report.atMost("  at the 99th of 100", added.at(P99), 2, "ms", AIM);
            report.figure("  longest", added.at(LONGEST), 2, "ms");
        }
    }

    private static double added(String question, Retriever retriever, PassageIndex words) {
        long begun = System.nanoTime();
        retriever.retrieve(question, "sv");
        long middle = System.nanoTime();
        words.retrieve(question);
        return (middle - begun - (System.nanoTime() - middle)) / 1e6;
    }

    /** Until the breaker has seen that the server is well again. */
    private static void recover(EmbeddingServer server, Retriever retriever) throws InterruptedException {
        server.fail(Fault.NONE);
        while (!retriever.retrieve("vad kostar bygglov", "sv").evidence().meaning().isUsed()) {
            Thread.sleep(200);
        }
    }
}
