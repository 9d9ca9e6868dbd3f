package se.lotsen.records;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.BrowserScript;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Masked;
import se.lotsen.testing.ServiceTest;

/** The officers' pages in a real browser, by {@code src/test/browser/records.js}. It needs what the desk's needs. */
@ServiceTest
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class RecordsInBrowserTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private RecordMarks marks;

    @AfterEach
    void leave() {
        List.of("conversation", "tombstone", "disposal_log", "record_mark", "record_release")
                .forEach(table -> database.sql("delete from " + table).update());
        new StaffForTests(database).clear();
    }

    @Test
    void everyPageCanBeReadByEverybody() throws Exception {
        StaffForTests staff = new StaffForTests(database);
        staff.clear();
        staff.make("registrator", StaffRole.RECORDS_OFFICER);
        ChatClient citizen = new ChatClient(port);
        Talk talk = citizen.start();
        citizen.ask(talk, "vad kostar förskolan för två barn");
        marks.place(new ConversationId(UUID.fromString(talk.id())), RecordMark.Kind.LEGAL_HOLD,
                Masked.masked("Tvist"), OpenRecords.OFFICER);
        BrowserScript.run("records.js", port, "LOTSEN_RECORDS_PICTURES",
                Map.of("LOTSEN_CONVERSATION", talk.id()));
    }
}
