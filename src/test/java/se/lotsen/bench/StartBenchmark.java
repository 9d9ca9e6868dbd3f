package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lotsen.testing.StartCache;

/**
 * From the start of the process to the end of the first answer, with an index that is there already, over the time that an app of
 * the same framework takes to its first constant answer; each way of starting in turn.
 */
final class StartBenchmark {
    /** As many as the index holds: a large municipality. */
    static final int PASSAGES = 10_000;
    private static final double AIM = 1.0;
    private static final double BAR = 1.5;
    private final Report report;
    private final BenchSettings settings;

    StartBenchmark(Report report, BenchSettings settings) {
        this.report = report;
        this.settings = settings;
    }

    void run() throws IOException, InterruptedException {
        report.section("P7  start to first answer, %d passages".formatted(settings.passages()));
        Files.createDirectories(settings.work());
        SyntheticKnowledge knowledge = SyntheticKnowledge.write(settings);
        Path data = settings.work().resolve("data");
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("one jar", List.of("-Xmx512m", "-jar", settings.jar().toString()));
        Path unpacked = StartCache.unpack(settings.jar(), settings.work().resolve("unpacked"));
        ways.put("unpacked", List.of("-Xmx512m", "-jar", unpacked.toString()));
        Path cache = settings.work().resolve("lotsen.cache");
        String option = StartCache.write(cache, unpacked, settings.knowledge(), List.of("-Xmx512m"));
        report.note("the cache takes %d MiB".formatted(Files.size(cache) >> 20));
        ways.put("unpacked, with cache", List.of("-Xmx512m", option, "-jar", unpacked.toString()));
        // The first start makes database and index.
        firstAnswer(knowledge, data, unpacked(ways), new Way());
        Way plain = new Way();
        Map<String, Way> ours = new LinkedHashMap<>();
        ways.keySet().forEach(way -> ours.put(way, new Way()));
        for (int round = 0; round < settings.rounds(); round++) {
            Cost reference = plain(plain);
            for (Map.Entry<String, List<String>> way : ways.entrySet()) {
                Way measured = ours.get(way.getKey());
                Cost cost = firstAnswer(knowledge, data, way.getValue(), measured);
                measured.ratio.add(cost.seconds / reference.seconds);
                measured.cpuRatio.add(cost.cpu / reference.cpu);
            }
        }
        report.figure("plain WebFlux app: to its first answer", plain.seconds, 2, "s");
        report.figure("plain WebFlux app: CPU until then", plain.cpu, 2, "s");
        ours.forEach((way, measured) -> {
            report.figure(way + ": ready after", measured.ready, 2, "s");
            report.figure(way + ": to the end of the first answer", measured.seconds, 2, "s");
            report.figure(way + ": CPU until then", measured.cpu, 2, "s");
            report.atMost(way + ": over the plain app", measured.ratio, 2, "",
                    way.endsWith("cache") ? AIM : BAR);
            report.figure(way + ": CPU over the plain app's", measured.cpuRatio, 2, "");
        });
    }

    /** What one way of starting took. */
    private static final class Way {
        final Series ready = new Series();
        final Series seconds = new Series();
        final Series cpu = new Series();
        final Series ratio = new Series();
        final Series cpuRatio = new Series();

        Cost add(ServiceProcess service) {
            Cost cost = new Cost(service.secondsSinceBegun(), service.cpuSeconds());
            ready.add(service.secondsToReady());
            seconds.add(cost.seconds);
            cpu.add(cost.cpu);
            return cost;
        }
    }

    private record Cost(double seconds, double cpu) {
    }

    private static List<String> unpacked(Map<String, List<String>> ways) {
        return ways.getOrDefault("unpacked", List.of());
    }

    private Cost plain(Way measured) throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.empty(settings, "512m")) {
            return measured.add(service);
        }
    }

    private Cost firstAnswer(SyntheticKnowledge knowledge, Path data, List<String> java, Way measured)
            throws IOException, InterruptedException {
        try (ServiceProcess service = ServiceProcess.lotsen(settings, knowledge.folder(), data, java);
                Client citizen = new Client.Citizen(service.port(), knowledge.questions(), 0)) {
            citizen.request();
            return measured.add(service);
        }
    }
}
