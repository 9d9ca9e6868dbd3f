package se.lotsen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.lotsen.staff.StaffForTests;

/** A script of {@code src/test/browser} that drives a real browser against a service of this machine. */
public final class BrowserScript {
    private BrowserScript() {
    }

    /**
     * Runs it to its end; what it says is shown where it fails.
     *
     * @param pictures name of the variable with the folder that pictures are taken to; none are without it
     * @param environment what it is told beside the password of the accounts
     */
    public static void run(String script, int port, String pictures, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", script, "http://localhost:" + port,
                System.getenv().getOrDefault(pictures, ""));
        node.environment().put("LOTSEN_DESK_PASSWORD", StaffForTests.PASSWORD);
        node.environment().putAll(environment);
        Process process = node.directory(Path.of("src/test/browser").toFile()).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
