package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S33: lines in the log that somebody else has written, and a log that tells what was asked. {@code HostileStringsTests} tries every field. */
@ServiceTest
class S33LogForgingTests extends TownTests {
    private static final String CANARY = "kvistpelikan";
    private static final List<String> BREAKS = List.of("\r\n2026-11-24T09:00:00 ERROR ", "\n", "\r", "\u2028",
            "\u0085", "\u001b[31m", "\"},{\"level\":\"ERROR\",\"message\":\"", "%n", "{}",
            "${jndi:ldap://127.0.0.1:9/a}", "\b\b\b", "\u0000");

    @Test
    void nothingThatSomebodySendsIsALineOrInALine() {
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        Principal boss = town.member("chefen", List.of(), StaffRole.SUPERVISOR);
        try (LogCapture log = new LogCapture()) {
            for (String one : BREAKS) {
                String text = CANARY + one + CANARY;
                Talk talk = town.talk();
                town.citizen.ask(talk, text);
                town.handOver(talk, "allmant");
                town.act(anna, talk, "claim", "version",
                        Long.toString(town.cases.standing(Town.id(talk)).version()));
                town.act(anna, talk, "reply", "svar", text);
                town.act(anna, talk, "queue", "queue", text);
                town.act(anna, talk, "transfer", "till", text);
                town.browser().signIn(text, text);
                town.caller.call("POST", "/desk/accounts", boss, Map.of("userName", text, "displayName", text,
                        "roles", "AGENT", "queues", text, "languages", "sv", "capacity", "3"));
                String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
                town.caller.get("/" + encoded, Town.nobody());
                town.caller.get("/staff/welcome?token=" + encoded, Town.nobody());
                town.caller.get("/desk/cases/" + encoded, boss);
                town.caller.send("POST", "/api/conversations", Map.of(ChatClient.KEY, encoded),
                        "application/json", text);
            }
            assertThat(log.lines()).noneMatch(line -> line.contains(CANARY));
            assertThat(log.lines())
                    .allMatch(line -> line.split("\\R")[0].chars().noneMatch(c -> c < ' ' && c != '\t'));
            assertThat(log.errors()).isEmpty();
        }
    }
}
