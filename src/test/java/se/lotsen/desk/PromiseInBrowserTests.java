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
        BrowserScript.run("promises.js", port, "LOTSEN_PROMISE_PICTURES", Map.of());
    }
}
