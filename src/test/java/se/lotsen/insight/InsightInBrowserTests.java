package se.lotsen.insight;

import java.util.Map;
import se.lotsen.testing.BrowserScript;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.TownClock;

/** The figures in a real browser and on paper, by {@code src/test/browser/insight.js}. It needs what the desk's needs. */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class InsightInBrowserTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private ConversationStore store;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private DailyTotals totals;
    @Autowired
    private KnowledgeWatch pages;
    @Autowired
    private ScheduledTaskHolder schedule;
    @Autowired
    private Clock clock;
    private StaffForTests staff;

    @BeforeEach
    void enter() {
        SeededLog.countOnlyWhenAsked(schedule, totals);
        forget();
        staff = new StaffForTests(database);
        staff.clear();
    }

    @AfterEach
    void leave() {
        ((TownClock) clock).set(TownClock.OPEN);
        staff.clear();
        forget();
    }

    private void forget() {
        for (String table : List.of("conversation", "tombstone", "insight_total", "insight_day")) {
            database.sql("delete from " + table).update();
        }
    }

    @Test
    void figuresCanBeReadByEverybodyAndTheReportFitsOnPaper() throws Exception {
        staff.make("skribent", StaffRole.WRITER);
        new SeededLog(store, cases, (TownClock) clock).ask(500, Instant.parse("2026-10-05T06:00:00Z"),
                Duration.ofDays(45), pages.library().pages().keySet().stream().limit(6).toList());
        BrowserScript.run("insight.js", port, "LOTSEN_INSIGHT_PICTURES", Map.of());
    }
}
