package se.lotsen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * P10: how long citizens wait while pages are published, beside how long they wait otherwise; by turns, at a fixed rate. Twice a
 * second a page changes, far more often than editors publish.
 */
final class UnderPublishingBenchmark {
    private static final long PAUSE_MILLIS = 500;
    private static final double AIM = 1.5;
    private final Report report;
    private final BenchSettings settings;
    private final List<String> questions;

    UnderPublishingBenchmark(Report report, BenchSettings settings, List<String> questions) {
        this.report = report;
        this.settings = settings;
        this.questions = questions;
    }

    void run(Path sample) throws IOException, InterruptedException {
        report.section("P10 questions while pages are published");
        Path knowledge = settings.work().resolve("published-knowledge");
        FileSystemUtils.copyRecursively(sample, knowledge);
        try (ServiceProcess service = ServiceProcess.lotsen(settings, knowledge,
                settings.work().resolve("publishing"), "512m")) {
            round(service, settings.seconds());
            Series quiet = new Series();
            Series publishing = new Series();
            Series ratio = new Series();
            int published = 0;
            for (int i = 0; i < settings.rounds(); i++) {
                double before = round(service, settings.seconds());
                AtomicBoolean done = new AtomicBoolean();
                int[] count = new int[1];
                Thread editor = Thread.ofPlatform().start(() -> count[0] = publish(knowledge, done));
                double during = round(service, settings.seconds());
                done.set(true);
                editor.join();
                published += count[0];
                quiet.add(before);
                publishing.add(during);
                ratio.add(during / before);
            }
            report.note("%d publications".formatted(published));
            report.figure("p99 quiet", quiet, 1, "ms");
            report.figure("p99 while publishing", publishing, 1, "ms");
            report.atMost("p99 while publishing over quiet", ratio, 2, "", AIM);
        }
    }

    private double round(ServiceProcess service, int seconds) throws IOException, InterruptedException {
        return Load.percentile(Load.open(settings.clients(), settings.rate(), seconds,
                number -> new Client.Citizen(service.port(), questions, number * 7)), 0.99);
    }

    private static int publish(Path knowledge, AtomicBoolean done) {
        int count = 0;
        try (Stream<Path> files = Files.walk(knowledge.resolve("pages"))) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
            while (!done.get()) {
                Path page = pages.get(count % pages.size());
                Path fresh = page.resolveSibling("." + page.getFileName() + ".new");
                Files.writeString(fresh, Files.readString(page) + "\nUpplaga " + ++count + ".\n");
                Files.move(fresh, page, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count;
    }
}
