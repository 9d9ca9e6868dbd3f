package se.lotsen.desk;

import java.util.Map;
import se.lotsen.testing.BrowserScript;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import tools.jackson.databind.json.JsonMapper;

/** What comes while an agent works, in a real browser, by {@code src/test/browser/desk-live.js}; as {@link DeskInBrowserTests}. */
@ServiceTest
@TestPropertySource(properties = {"lotsen.desk.undo-send=5s", "lotsen.retrieval.storage=memory"})
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class LiveDeskInBrowserTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private Attendance attendance;
    private DeskForTests desk;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
    }

    @AfterEach
    void leave() {
        desk.leave();
    }

    @Test
    void whatComesWhileAnAgentWritesDisturbsNothing() throws Exception {
        desk.account("anna", StaffRole.AGENT);
        desk.account("bo", StaffRole.AGENT);
        desk.account("chefen", StaffRole.SUPERVISOR);
        List<Talk> talks = List.of(desk.waiting(PacketTests.about("bygga-och-bo", "sv")),
                desk.waiting(PacketTests.about("trafik-och-gator", "sv")));
        BrowserScript.run("desk-live.js", port, "LOTSEN_DESK_PICTURES",
                Map.of("LOTSEN_DESK_TALKS", JsonMapper.builder().build().writeValueAsString(talks)));
    }
}
