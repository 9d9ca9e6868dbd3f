package se.lotsen.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.Set;

/**
 * The benchmark command. {@code -Dlotsen.bench.only=P1} (several by comma) leaves the other parts out; P4, P7, P8 and P10
 * take long and are run only when they are named.
 */
final class Benchmarks {
    private Benchmarks() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        BenchSettings settings = BenchSettings.fromSystemProperties();
        String only = System.getProperty("lotsen.bench.only", "");
        Set<String> parts = only.isBlank()
                ? Set.of("P1", "P2", "P3", "P5", "P11", "embedding", "start")
                : Set.of(only.split(","));
        Report report = new Report(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        report.section("Lotsen benchmarks: median [smallest, largest]");
        report.note(("%d processors, Java %s, %d passages, %d questions, %d rounds, seed %d").formatted(
                Runtime.getRuntime().availableProcessors(), Runtime.version(), settings.passages(),
                settings.questions(), settings.rounds(), settings.seed()));
        clear(settings.work());
        if (parts.contains("P7")) {
            new StartBenchmark(report, settings.with(StartBenchmark.PASSAGES)).run();
        }
        if (parts.equals(Set.of("P7"))) {
            return;
        }
        SyntheticKnowledge large = SyntheticKnowledge.write(settings);
        Path index = settings.work().resolve("index");
        if (parts.contains("P5") || parts.contains("P1") || parts.contains("P11")) {
            IndexingBenchmark indexing = new IndexingBenchmark(report, settings);
            indexing.whole(large.folder(), index);
            if (parts.contains("P5")) {
                indexing.compare(large.smallerPart());
            }
        }
        if (parts.contains("P1")) {
            new RetrievalBenchmark(report, large.questions(), settings.rounds()).run(index);
        }
        if (parts.contains("P11")) {
            new ChecksBenchmark(report, large.questions(), settings.rounds(), settings.knowledge())
                    .run(index);
        }
        if (parts.contains("P3")) {
            new FirstSentenceBenchmark(report, goldenQuestions(settings.knowledge()), settings.questions(),
                    settings.warmUp() / 4).run(settings.knowledge());
        }
        if (parts.contains("embedding")) {
            new EmbeddingFaultBenchmark(report, goldenQuestions(settings.knowledge()))
                    .run(settings.knowledge());
        }
        if (parts.contains("P4")) {
            new IdleStreamsBenchmark(report, settings).run(settings.knowledge());
        }
        if (parts.contains("P8")) {
            new LongRunBenchmark(report, settings, goldenQuestions(settings.knowledge()))
                    .run(settings.knowledge());
        }
        if (parts.contains("P10")) {
            new UnderPublishingBenchmark(report, settings, goldenQuestions(settings.knowledge()))
                    .run(settings.knowledge());
        }
        ServiceBenchmark service = new ServiceBenchmark(report, settings, large.questions());
        if (parts.contains("start")) {
            service.starts(settings.knowledge());
        }
        if (parts.contains("P2")) {
            service.run("sample knowledge base", settings.knowledge(), "512m", true);
            service.run("%d passages".formatted(settings.passages()), large.folder(), "3g", false);
        }
    }

    private static List<String> goldenQuestions(Path knowledge) throws IOException {
        try (Stream<String> lines = Files.lines(knowledge.resolve("golden-questions.tsv"))) {
            return lines.map(line -> line.split("\t")).filter(row -> row.length > 4 && row[1].equals("sv"))
                    .map(row -> row[4]).toList();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
