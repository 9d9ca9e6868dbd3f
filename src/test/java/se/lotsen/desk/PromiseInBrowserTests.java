package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.TownClock;

/**
 * A promise in a real browser, with scripts and without, and at the desk, by {@code src/test/browser/promises.js}. It needs
 * Node with the packages that {@code scripts/browser-tests.sh} installs.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class PromiseInBrowserTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    @Autowired
    private Clock clock;
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        ((TownClock) clock).set(TownClock.CLOSED);
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        desk.leave();
        database.sql("delete from promise").update();
        database.sql("delete from retention_hold").update();
    }

    @Test
    void aPromiseIsMadeAndKeptAndNoTextIsLostOnTheWay() throws Exception {
        desk.account("anna", List.of(), StaffRole.AGENT);
        ProcessBuilder node = new ProcessBuilder("node", "promises.js", "http://localhost:" + port,
                System.getenv().getOrDefault("LOTSEN_PROMISE_PICTURES", ""));
        node.environment().put("LOTSEN_DESK_PASSWORD", StaffForTests.PASSWORD);
        Process process = node.directory(Path.of("src/test/browser").toFile()).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
