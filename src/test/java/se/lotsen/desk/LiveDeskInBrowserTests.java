package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.staff.StaffForTests;
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
        ProcessBuilder node = new ProcessBuilder("node", "desk-live.js", "http://localhost:" + port,
                System.getenv().getOrDefault("LOTSEN_DESK_PICTURES", ""));
        node.environment().put("LOTSEN_DESK_PASSWORD", StaffForTests.PASSWORD);
        node.environment().put("LOTSEN_DESK_TALKS", JsonMapper.builder().build().writeValueAsString(talks));
        Process process = node.directory(Path.of("src/test/browser").toFile()).redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
