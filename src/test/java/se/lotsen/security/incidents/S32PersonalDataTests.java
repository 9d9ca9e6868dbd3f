package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S32: personal data that is typed anywhere is in no table and no log. Millions of spellings are the mask's own tests. */
@ServiceTest
class S32PersonalDataTests extends TownTests {
    private static final List<String> PERSONAL = List.of("19811228-9874", "811228-9874", "8112289874",
            "070-174 06 05", "0701740605", "anna.andersson@hemma.example", "4111 1111 1111 1111",
            "4111111111111111");

    @Test
    void nothingPersonalIsStoredOrLoggedWhereverItIsTyped() {
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        try (LogCapture log = new LogCapture()) {
            for (String personal : PERSONAL) {
                String text = "Hej, mitt är " + personal + " tack";
                Talk talk = town.talk();
                town.citizen.ask(talk, text);
                for (String body : List.of("{\"helpful\":false,\"comment\":\"" + text + "\"}")) {
                    assertThat(write(talk, talk.token(), "/answers/1/feedback", body).status())
                            .isLessThan(500);
                }
                town.handOver(talk, "allmant");
                assertThat(write(talk, talk.token(), "/messages", "{\"text\":\"" + text + "\"}").status())
                        .isEqualTo(201);
                town.act(anna, talk, "claim", "version",
                        Long.toString(town.cases.standing(Town.id(talk)).version()));
                town.act(anna, talk, "reply", "svar", text);
                town.act(anna, talk, "note", "anteckning", text);
                town.act(anna, talk, "close", "orsak", "other", "slut", "solved");
                Talk plain = town.talk();
                town.caller.send("POST", "/fraga", Town.holding(plain), "application/x-www-form-urlencoded",
                        Caller.encoded(Map.of("fraga", text, "nyckel", UUID.randomUUID().toString())));
                town.caller.get(
                        "/desk/sok?ord=" + java.net.URLEncoder.encode(personal, StandardCharsets.UTF_8),
                        Town.principal("anna", anna, StaffRole.AGENT));
            }
            assertThat(log.lines()).noneMatch(line -> PERSONAL.stream().anyMatch(line::contains));
        }
        assertThat(town.rowsWith(PERSONAL.toArray(String[]::new))).isEmpty();
        assertThat(town.rowsWith("Test anna")).as("the search finds what is there").isNotEmpty();
    }
}
