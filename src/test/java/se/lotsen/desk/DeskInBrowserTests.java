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
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.TownClock;

/**
 * The desk in a real browser, by {@code src/test/browser/desk.js}: keys, focus, drafts, axe. It needs Node with the packages
 * that {@code scripts/browser-tests.sh} installs.
 */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class DeskInBrowserTests {
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
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        desk.leave();
    }

    @Test
    void anAgentsDayWorksByKeysAndLosesNothing() throws Exception {
        desk.account("anna", StaffRole.AGENT);
        desk.account("bo", StaffRole.AGENT);
        desk.account("chefen", StaffRole.SUPERVISOR);
        desk.account("sara", List.of("socialtjanst"), 3, StaffRole.AGENT);
        desk.waiting("socialtjanst", PacketTests.about("Orosanmälan", "sv"));
        Talk talk = desk.citizen.start();
        desk.citizen.ask(talk, ChatClient.newKey(), "vad kostar förskolan för två barn");
        desk.adopt(talk, PacketTests.WHOLE);
        ((TownClock) clock).set(TownClock.OPEN.plusSeconds(90));
        desk.waiting(PacketTests.about("Bygglov", "en"));
        ProcessBuilder node = new ProcessBuilder("node", "desk.js", "http://localhost:" + port,
                System.getenv().getOrDefault("LOTSEN_DESK_PICTURE", ""));
        node.environment().put("LOTSEN_DESK_PASSWORD", StaffForTests.PASSWORD);
        Process process = node.directory(Path.of("src/test/browser").toFile()).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
