package se.lotsen.settings;

import java.util.Map;
import se.lotsen.testing.BrowserScript;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.archive.Archive;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.audit.Actor;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.OwnKnowledge;
import se.lotsen.testing.ServiceTest;

/** Settings and corrections in a real browser, by {@code src/test/browser/settings.js}. It needs what the desk's needs. */
@ServiceTest
@ContextConfiguration(initializers = OwnKnowledge.class)
@EnabledIfEnvironmentVariable(named = "LOTSEN_CHROMIUM", matches = ".+")
class SettingsInBrowserTests {
    private static final String PAGE = "pages/barn-och-utbildning/forskola-avgift.md";
    private static final Actor MACHINE = Actor.machine("test");
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Archive archive;

    @AfterEach
    void leave() {
        change("1 850 kronor", "1 800 kronor");
        archive.remove("notice.yaml", MACHINE, "");
        for (String table : List.of("draft", "correction", "conversation", "staff_account")) {
            database.sql("delete from " + table).update();
        }
    }

    private void change(String from, String to) {
        Draft page = archive.read(PAGE, MACHINE);
        archive.publish(List.of(kept(page, page.text().replace(from, to))), MACHINE, "");
    }

    private Draft kept(Draft read, String text) {
        return archive.save(read.file(), read.version(), read.basedOn(), text, MACHINE);
    }

    @Test
    void everybodyCanUseThem() throws Exception {
        new StaffForTests(database).make("chef", StaffRole.EDITOR);
        ChatClient chat = new ChatClient(port);
        chat.ask(chat.start(), "vad kostar förskolan per månad");
        change("1 800 kronor", "1 850 kronor");
        archive.publish(List.of(archive.create("notice.yaml",
                "text: {sv: Koka vattnet.}\nuntil: 2026-11-30\nlevel: warning\n", DraftOrigin.WRITTEN,
                MACHINE)), MACHINE, "");
        kept(archive.read("pinned.yaml", MACHINE),
                "pinned: [{id: a, page: bygglov, questions: [hej du]}]\n");
        kept(archive.read("replies.sv.yaml", MACHINE), "noAnswer: nej\n");
        BrowserScript.run("settings.js", port, "LOTSEN_SETTINGS_PICTURES", Map.of());
    }
}
