package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.json.JsonMapper;

/** S29: an agent's console that is taken over by what a citizen writes, or by where they come from. */
@ServiceTest
class S29HostileConsoleTests extends TownTests {

    @Test
    void whatACitizenWritesIsTextInTheConsole() {
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        Talk talk = town.talk();
        for (String text : List.of(Hostile.MARK + "<script>alert(1)</script>",
                "\" onmouseover=alert(1) x=\"" + Hostile.MARK, "${7331*7331}" + Hostile.MARK,
                "\u202e" + Hostile.MARK)) {
            town.caller.send("POST", talk.path("/questions"),
                    Map.of(ChatClient.TOKEN, talk.token(), "Referer", "https://a.example/" + Hostile.MARK,
                            "Origin", "null", "User-Agent", Hostile.MARK),
                    "application/json",
                    JsonMapper.builder().build().writeValueAsString(Map.of("question", text)));
        }
        town.handOver(talk, "allmant");
        write(talk, talk.token(), "/messages", "{\"text\":\"<bax9><img src=x onerror=alert(1)>\"}");
        for (String page : List.of("/desk", "/desk/queue", Town.page(talk), Town.page(talk) + "/transcript",
                "/desk/sok?ord=%3Cbax9%3E")) {
            assertThat(anna.get(page).body()).as(page).doesNotContain(Hostile.MARK, Hostile.EVALUATED,
                    "<img src=x", "\" onmouseover");
        }
        assertThat(anna.get(Town.page(talk)).body()).contains("&lt;bax9&gt;");
    }

    @Test
    void whereSomebodyComesFromIsNotEvenKept() {
        Talk talk = town.talk();
        town.caller.send("POST", talk.path("/questions"),
                Map.of(ChatClient.TOKEN, talk.token(), "Referer", "https://granne.example/kvistflamingo",
                        "User-Agent", "kvistflamingo", "X-Forwarded-For", "203.0.113.77"),
                "application/json", ChatClient.body("vad kostar förskolan"));
        assertThat(town.rowsWith("kvistflamingo", "203.0.113.77")).isEmpty();
    }
}
