package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.retrieval.RawSearch;

/** What a retrieval costs beside raw Lucene on the same index, in CPU time of the searching thread. */
final class RetrievalBenchmark {
    private static final int WARM_UPS = 6;

    private final Report report;
    private final List<String> questions;
    private final int rounds;

    RetrievalBenchmark(Report report, List<String> questions, int rounds) {
        this.report = report;
        this.questions = questions;
        this.rounds = rounds;
    }

    private interface Search {
        Object of(String question) throws IOException;
    }

    void run(Path folder) throws IOException {
        try (PassageIndex index = PassageIndex.open(folder); RawSearch raw = new RawSearch(folder)) {
            report.section("P1  retrieval, CPU a question (%d questions, %d segments)"
                    .formatted(questions.size(), raw.segments()));
            for (int i = 0; i < WARM_UPS; i++) {
                micros(index::retrieve);
                micros(raw::stems);
                micros(raw::twoPhases);
            }
            Series ours = new Series();
            Series plain = new Series();
            Series same = new Series();
            Series overPlain = new Series();
            Series overSame = new Series();
            Series allocated = new Series();
            for (int i = 0; i < rounds; i++) {
                double kib = CpuTime.allocatedKib();
                double a = micros(index::retrieve);
                allocated.add((CpuTime.allocatedKib() - kib) / questions.size());
                double b = micros(raw::stems);
                double c = micros(raw::twoPhases);
                ours.add(a);
                plain.add(b);
                same.add(c);
                overPlain.add(a / b);
                overSame.add(a / c);
            }
            report.figure("whole retrieval", ours, 0, "us");
            report.figure("raw Lucene, plain stems, top 10 with stored fields", plain, 0, "us");
            report.figure("raw Lucene, the same query in two phases", same, 0, "us");
            report.atMost("over plain stems", overPlain, 2, "x", 6);
            report.atMost("over the same query raw", overSame, 2, "x", 1.3);
            report.figure("allocated by one retrieval", allocated, 0, "KiB");
        }
    }

    private double micros(Search search) throws IOException {
        double begin = CpuTime.microseconds();
        for (String question : questions) {
            search.of(question);
        }
        return (CpuTime.microseconds() - begin) / questions.size();
    }
}
