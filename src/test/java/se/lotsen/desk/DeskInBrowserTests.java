package se.lotsen.desk;

import java.util.Map;
import se.lotsen.testing.BrowserScript;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.HandoverStore;
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
        BrowserScript.run("desk.js", port, "LOTSEN_DESK_PICTURE", Map.of());
    }
}
