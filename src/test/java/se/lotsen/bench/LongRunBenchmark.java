package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** P8: what the service holds after minutes of questions, over what an empty application of the same framework holds. */
final class LongRunBenchmark {
    private static final double AIM = 2.0;
    private static final int RATE = 100;
    private final Report report;
    private final BenchSettings settings;
    private final List<String> questions;
    private final int minutes;

    LongRunBenchmark(Report report, BenchSettings settings, List<String> questions) {
        this.report = report;
        this.settings = settings;
        this.questions = questions;
        this.minutes = Integer.getInteger("lotsen.bench.minutes", 10);
    }

    void run(Path knowledge) throws IOException, InterruptedException {
        report.section("P8  resident memory after %d minutes at %d/s".formatted(minutes, RATE));
        try (ServiceProcess service = ServiceProcess.lotsen(settings, knowledge,
                settings.work().resolve("long"),
                "512m"); ServiceProcess empty = ServiceProcess.empty(settings, "512m")) {
            Series grown = new Series();
            Load.open(settings.clients(), RATE, 30,
                    number -> new Client.Citizen(service.port(), questions, number * 7));
            double early = service.liveHeapMib();
            for (int minute = 0; minute < minutes; minute++) {
                Load.open(settings.clients(), RATE, 60,
                        number -> new Client.Citizen(service.port(), questions, number * 7));
                Load.open(settings.clients(), RATE, 2, number -> Client.ofEmptyEndpoint(empty.port()));
            }
            grown.add(service.liveHeapMib() - early);
            Series ours = new Series();
            ours.add(service.residentMib());
            Series bare = new Series();
            bare.add(empty.residentMib());
            Series ratio = new Series();
            ratio.add(ours.median() / bare.median());
            report.figure("resident", ours, 0, "MiB");
            report.figure("resident, empty application", bare, 0, "MiB");
            report.figure("live heap grown since the first half minute", grown, 1, "MiB");
            report.atMost("resident over the empty application's", ratio, 2, "", AIM);
        }
    }
}
