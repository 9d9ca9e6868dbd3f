package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a question costs over HTTP, beside an empty endpoint of the same framework; latency, memory and start. */
final class ServiceBenchmark {
    private final Report report;
    private final BenchSettings settings;
    private final List<String> questions;

    ServiceBenchmark(Report report, BenchSettings settings, List<String> questions) {
        this.report = report;
        this.settings = settings;
        this.questions = questions;
    }

    /** Times the start with nothing prepared: a new database and a new index each time. */
    void starts(Path knowledge) throws IOException, InterruptedException {
        report.section("Start, cold: new process, new database, new index");
        Series ours = new Series();
        Series empty = new Series();
        for (int i = 0; i < settings.rounds(); i++) {
            try (ServiceProcess service = ServiceProcess.lotsen(settings, knowledge,
                    settings.work().resolve("start" + i), "512m")) {
                ours.add(service.secondsToReady());
            }
            try (ServiceProcess service = ServiceProcess.empty(settings, "512m")) {
                empty.add(service.secondsToReady());
            }
        }
        report.figure("ready after", ours, 1, "s");
        report.figure("empty endpoint ready after", empty, 1, "s");
    }

    void run(String name, Path knowledge, String heap, boolean judged)
            throws IOException, InterruptedException {
        report.section("P2  " + name);
        try (ServiceProcess service = ServiceProcess.lotsen(settings, knowledge,
                settings.work().resolve("data-" + name.replace(' ', '-')), heap);
                ServiceProcess empty = ServiceProcess.empty(settings, "512m")) {
            report.note("ready after %.1f s".formatted(service.secondsToReady()));
            throughput(service, empty, judged);
            latency(service, judged);
            Series heapSeries = new Series();
            heapSeries.add(service.liveHeapMib());
            report.figure("live heap after the load (-Xmx" + heap + ")", heapSeries, 0, "MiB");
            memory("resident after the load", service);
            memory("resident after the load, empty endpoint", empty);
        }
    }

    private void throughput(ServiceProcess service, ServiceProcess empty, boolean judged)
            throws IOException, InterruptedException {
        for (int asked = 0; asked < settings.warmUp();) {
            asked += ask(service).requests();
        }
        for (int read = 0; read < 20 * settings.warmUp();) {
            read += read(empty).requests();
        }
        Series asked = new Series();
        Series read = new Series();
        Series share = new Series();
        Series askedCpu = new Series();
        Series readCpu = new Series();
        Load.Round last = null;
        for (int i = 0; i < settings.rounds(); i++) {
            Load.Round a = ask(service);
            Load.Round b = read(empty);
            asked.add(a.perSecond());
            read.add(b.perSecond());
            share.add(100 * a.perSecond() / b.perSecond());
            askedCpu.add(a.serverMicros());
            readCpu.add(b.serverMicros());
            last = a;
        }
        report.note("%d clients; kinds of answers in the last round: %s".formatted(settings.clients(),
                last == null ? "" : last.kinds()));
        report.figure("questions", asked, 0, "/s");
        report.figure("empty endpoint, requests", read, 0, "/s");
        if (judged) {
            report.atLeast("questions over empty requests", share, 2, "%", 2);
        } else {
            report.figure("questions over empty requests", share, 2, "%");
        }
        report.figure("CPU of the service, a question", askedCpu, 0, "us");
        report.figure("CPU of the empty endpoint, a request", readCpu, 0, "us");
    }

    private Load.Round ask(ServiceProcess service) throws IOException, InterruptedException {
        return Load.closed(service, settings.clients(), settings.seconds(),
                number -> new Client.Citizen(service.port(), questions, number * 7));
    }

    private Load.Round read(ServiceProcess empty) throws IOException, InterruptedException {
        return Load.closed(empty, settings.clients(), settings.seconds(),
                number -> Client.ofEmptyEndpoint(empty.port()));
    }

    private void latency(ServiceProcess service, boolean judged) throws IOException, InterruptedException {
        Series p50 = new Series();
        Series p95 = new Series();
        Series p99 = new Series();
        for (int i = 0; i < settings.rounds(); i++) {
            double[] milliseconds = Load.open(settings.clients(), settings.rate(), settings.seconds(),
                    number -> new Client.Citizen(service.port(), questions, number * 7));
            p50.add(Load.percentile(milliseconds, 0.5));
            p95.add(Load.percentile(milliseconds, 0.95));
            p99.add(Load.percentile(milliseconds, 0.99));
        }
        String at = "question to last event at %d/s, ".formatted(settings.rate());
        report.figure(at + "p50", p50, 1, "ms");
        if (judged) {
            report.atMost(at + "p95", p95, 1, "ms", 100);
        } else {
            report.figure(at + "p95", p95, 1, "ms");
        }
        report.figure(at + "p99", p99, 1, "ms");
    }

    private void memory(String name, ServiceProcess service) {
        Series resident = new Series();
        resident.add(service.residentMib());
        report.figure(name, resident, 0, "MiB");
    }
}
