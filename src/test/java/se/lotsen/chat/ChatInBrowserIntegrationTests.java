package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.testing.ServiceTest;

/**
 * The chat in Chromium under scripted answers and faults, at small counts, by {@code src/test/browser/chat.js}: announcements,
 * cut streams, hostile texts, and a sample of states before axe. Skipped where Node, a browser or the packages are missing.
 */
@ServiceTest
class ChatInBrowserIntegrationTests {
    private static final Path SCRIPTS = Path.of("src/test/browser");
    private static final List<String> CHROMIUMS = List.of("chromium", "chromium-browser", "google-chrome");

    @LocalServerPort
    private int port;
    private String chromium = "";

    @BeforeEach
    void findWhatDrivesIt() {
        chromium = Optional.ofNullable(System.getenv("LOTSEN_CHROMIUM"))
                .or(() -> CHROMIUMS.stream().flatMap(name -> onPath(name).stream()).findFirst()).orElse("");
        assumeTrue(!chromium.isEmpty(), "No browser: run scripts/install-browsers.sh");
        assumeTrue(onPath("node").isPresent(), "No Node: install version 20 or newer");
        assumeTrue(Files.isDirectory(SCRIPTS.resolve("node_modules/playwright-core")),
                "No packages for the browser tests: run scripts/browser-tests.sh install");
    }

    private static Optional<String> onPath(String command) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command)).filter(Files::isExecutable).map(Path::toString)
                .findFirst();
    }

    @Test
    void theChatHoldsItsClaimsUnderScriptedAnswersAndFaults() throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", "chat.js", "core");
        node.environment().put("LOTSEN_ADDRESS", "http://127.0.0.1:" + port);
        node.environment().put("LOTSEN_CHROMIUM", chromium);
        Process process = node.directory(SCRIPTS.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(80, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("20 single announcements", "0 lost, 0 doubled", "0 scripts run",
                "0 violations");
        System.out.println(said);
    }
}
