package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S4, Open WebUI CVE-2026-44569 and -44571: whoever could read a message could change it. */
@ServiceTest
class S04OthersMessagesTests extends TownTests {

    @Test
    void noRouteChangesAMessageThatIsSent() {
        assertThat(Route.listed())
                .noneMatch(route -> List.of("PUT", "PATCH", "ANY").contains(route.method())
                        && !route.path().startsWith("/api/operations/"));
        assertThat(Route.listed()).noneMatch(route -> route.path().contains("/messages/"));
    }

    @Test
    void aCitizenIsTheCitizenWhateverTheBodySays() {
        Talk talk = town.waiting("allmant");
        Reply sent = write(talk, talk.token(), "/messages",
                """
                        {"text":"Jag godkänner","author":"AGENT","name":"Sara","approved":true,"sources":[{"page":"x"}],
                         "type":"notice","id":1,"at":"2020-01-01T00:00:00Z"}""");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body()).contains("citizen").doesNotContain("Sara", "approved\":true", "2020-01-01",
                "agent");
    }

    @Test
    void aColleagueWhoSeesACaseWritesNothingInIt() {
        StaffBrowser eva = town.agent("eva", List.of("allmant"), StaffRole.AGENT);
        StaffBrowser bo = town.agent("bo", List.of("allmant"), StaffRole.AGENT);
        Talk talk = town.waiting("allmant");
        assertThat(town.act(eva, talk, "claim", "version",
                Long.toString(town.cases.standing(Town.id(talk)).version()))).isEqualTo(303);
        town.act(eva, talk, "reply", "svar", "Evas svar");
        String before = town.citizen.transcript(talk).toString();
        assertThat(bo.get(Town.page(talk)).statusCode()).as("may be read").isEqualTo(200);
        for (String action : List.of("reply", "undo", "approve", "return", "close", "transfer", "queue")) {
            assertThat(
                    town.act(bo, talk, action, "svar", "Bos svar", "orsak", "other", "slut", "solved", "till",
                            town.accountOf("bo"), "queue", "bygglov"))
                    .as(action).isBetween(400, 499);
        }
        assertThat(town.citizen.transcript(talk).toString()).isEqualTo(before).contains("Evas svar");
    }
}
