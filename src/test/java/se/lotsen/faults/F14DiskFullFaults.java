package se.lotsen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceProcess;

/**
 * F14: the disk that the embedded database lies on is full. Pages are read on, what cannot be stored is refused and not
 * acknowledged, and when there is space again the service goes on without a restart; nothing acknowledged is lost, also not by the
 * restart at the end. Needs to mount a small memory disk, so it is skipped where that is forbidden. {@code -Dlotsen.f14=200} for
 * the full count.
 */
class F14DiskFullFaults {
    private static final int TIMES = Integer.getInteger("lotsen.f14", 20);
    private static final int DISK_MB = 160;

    @TempDir
    private Path folder;

    @Test
    void aFullDiskLosesNothingAndIsGotOver() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MB + "m", "tmpfs", disk.toString()),
                "NOT TESTED: no memory disk can be mounted here");
        try {
            onThe(disk);
        } finally {
            await().atMost(Duration.ofSeconds(20)).until(() -> run("umount", disk.toString()));
        }
    }

    private void onThe(Path disk) throws IOException {
        Map<String, String> settings = Map.of("LOTSEN_CHAT_WRITES_PER_MINUTE", "100000",
                "LOTSEN_CHAT_WRITES_PER_MINUTE_PER_ADDRESS", "100000");
        Path knowledge = Path.of("knowledge-base").toAbsolutePath();
        List<String> acknowledged = new ArrayList<>();
        Talk talk;
        int refused = 0;
        try (ServiceProcess service = ServiceProcess.serve(disk.resolve("data"), knowledge, settings)) {
            ChatClient client = service.client();
            talk = client.start();
            for (int n = 0; n < TIMES; n++) {
                Path filler = fill(disk);
                List<String[]> again = new ArrayList<>();
                for (int question = 0; question < 3; question++) {
                    String[] write = {ChatClient.newKey(), "vad kostar förskolan " + n + "-" + question};
                    if (!ask(client, talk, write)) {
                        again.add(write);
                        refused++;
                    } else {
                        acknowledged.add(write[1]);
                    }
                }
                assertThat(client.get("/knowledge/forskola-avgift", Map.of()).statusCode()).isEqualTo(200);
                Files.delete(filler);
                Talk same = talk;
                again.forEach(write -> acknowledged.add(write[1]));
                // One that was stored and whose answer was not stands in the way of the others until it is ended.
                await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(300)).until(() -> {
                    again.removeIf(write -> ask(client, same, write));
                    return again.isEmpty();
                });
            }
            assertThat(questions(client, talk)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        try (ServiceProcess service = ServiceProcess.serve(disk.resolve("data"), knowledge, settings)) {
            assertThat(questions(service.client(), talk)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
        System.out.printf(
                "| F14 disk full | %d times | %d writes refused, 0 lost, 0 doubled, recovered without a restart |%n",
                TIMES, refused);
        assertThat(refused).as("the disk was full").isPositive();
    }

    private static boolean ask(ChatClient client, Talk talk, String[] write) {
        try {
            HttpResponse<String> answer = client.post(talk.path("/questions"), talk.headers(write[0]),
                    ChatClient.body(write[1]));
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409, 503);
            return answer.statusCode() == 200 && answer.body().contains("event:completed");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static List<String> questions(ChatClient client, Talk talk) {
        return client.transcript(talk).valueStream()
                .filter(event -> event.required("type").asString().equals("question"))
                .map(event -> event.required("data").required("text").asString()).toList();
    }

    /** Until nothing more goes in. */
    private static Path fill(Path disk) throws IOException {
        Path filler = disk.resolve("filler");
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            return filler;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
