package se.lotsen.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.testing.MovedClock;

/**
 * F17: a process that publishes two pages together is killed at a random instant. After the next start the folder, the heads of
 * the archive and each other agree, both pages are of the same publication, whole, and at least of the last one that was
 * acknowledged. {@code -Dlotsen.f17=500} for the full count.
 */
class F17PublishKillFaults {
    private static final int KILLS = Integer.getInteger("lotsen.f17", 50);
    private static final long SEED = Long.getLong("lotsen.seed", 1);

    @TempDir
    private Path data;
    @TempDir
    private Path knowledge;

    @Test
    void aPublicationIsThereWholeOrNotAtAllWheneverItsProcessIsKilled() throws Exception {
        Random random = new Random(SEED);
        for (String file : DoomedPublisher.FILES) {
            Files.createDirectories(knowledge.resolve(file).getParent());
            Files.writeString(knowledge.resolve(file), DoomedPublisher.page(file, 0));
        }
        int last = 0;
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int acknowledged = untilKilled(last + 1, 3 + random.nextInt(12), random.nextInt(40));
            int found = found();
            assertThat(found).as("kill %d, seed %d", kill, SEED).isBetween(Math.max(last, acknowledged),
                    Math.max(last, acknowledged) + 1);
            unfinished += found > acknowledged ? 1 : 0;
            last = found;
        }
        System.out.printf(
                "| F17 killed while publishing | %d kills | old or new, never half; %d were finished by the next start |%n",
                KILLS, unfinished);
    }

    /** The last publication that it told of; it is killed some milliseconds after that. */
    private int untilKilled(int first, int enough, int later) throws IOException, InterruptedException {
        Process publisher = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                DoomedPublisher.class.getName(), data.toString(), knowledge.toString(),
                Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        ProcessHandle life = publisher.toHandle();
        int heard = first - 1;
        try (BufferedReader out = publisher.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("published ")) {
                    heard = Integer.parseInt(line.substring(10));
                    if (heard == first - 1 + enough) {
                        TimeUnit.MILLISECONDS.sleep(later);
                        life.destroyForcibly();
                    }
                }
            }
        } finally {
            life.destroyForcibly();
        }
        assertThat(publisher.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return heard;
    }

    /** The publication that the next start serves. */
    private int found() throws IOException {
        KnowledgeFolder folder = new KnowledgeFolder(knowledge);
        try (OpenArchive.Database database = new OpenArchive.Database(DoomedPublisher.url(data.toString()))) {
            OpenArchive open = new OpenArchive(database, folder, folder, false,
                    new MovedClock("2026-11-24T09:00:00Z"));
            Set<Integer> served = DoomedPublisher.FILES.stream().map(file -> {
                String text = read(file);
                int number = Integer.parseInt(text.replaceFirst("(?s).*?upplaga (\\d+).*", "$1"));
                assertThat(text).as("%s is whole", file).isEqualTo(DoomedPublisher.page(file, number));
                assertThat(open.archive.revisionNow(file).orElseThrow().text()).isEqualTo(text);
                return number;
            }).collect(Collectors.toSet());
            assertThat(served).as("publications in the folder").hasSize(1);
            return served.iterator().next();
        } finally {
            try (Stream<Path> left = Files.walk(knowledge)) {
                assertThat(left.filter(file -> file.toString().endsWith(".new"))).as("left behind")
                        .hasSizeLessThan(
                                KILLS + 1);
            }
        }
    }

    private String read(String file) {
        try {
            return Files.readString(knowledge.resolve(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
