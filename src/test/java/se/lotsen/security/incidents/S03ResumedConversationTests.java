package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S3, Onyx PR 13324: "continue in web" copied any session. Resuming, other channels and repeats keep the owner's check. */
@ServiceTest
class S03ResumedConversationTests extends TownTests {

    @Test
    void theChannelWithoutScriptsChecksTheOwnerToo() {
        Talk owned = answered();
        Talk own = town.talk();
        Map<String, String> forged = Map.of("Cookie", "lotsen-samtal=" + owned.id() + "." + own.token());
        long events = town.citizen.transcript(owned).size();
        assertThat(town.caller.send("GET", "/fraga", forged, null, "").everything())
                .doesNotContain("vad kostar förskolan", owned.id());
        for (String path : List.of("/fraga", "/fraga/person", "/fraga/meddelande", "/fraga/kod",
                "/fraga/radera",
                "/fraga/svar/1", "/fraga/nojdhet", "/fraga/lofte", "/fraga/person/lamna",
                "/fraga/borja-om")) {
            Reply reply = town.caller.send("POST", path, forged, "application/x-www-form-urlencoded",
                    Caller.encoded(
                            Map.of("fraga", "och fritids", "text", "hej", "meddelande", "hej", "nyckel",
                                    UUID.randomUUID().toString(), "hjalpte", "nej", "betyg", "1", "kind",
                                    "message")));
            assertThat(reply.status()).as(path).isLessThan(500);
            assertThat(reply.everything()).as(path).doesNotContain("vad kostar förskolan", owned.id());
        }
        assertThat(town.citizen.transcript(owned)).hasSize((int) events);
    }

    @Test
    void theKeyOfAnothersWriteRepeatsNothingOfTheirs() {
        Talk owned = town.talk();
        Talk own = town.talk();
        String key = ChatClient.newKey();
        town.citizen.ask(owned, key, "vad kostar förskolan");
        assertThat(town.citizen.ask(own, key, "när öppnar biblioteket").toString())
                .doesNotContain("förskolan");
        assertThat(town.citizen.transcript(own).toString()).contains("biblioteket")
                .doesNotContain("förskolan");
    }

    @Test
    void anotherCallersStartIsNotRepeatedByAGuessedKey() {
        Talk owned = town.talk();
        Reply start = town.caller.send("POST", "/api/conversations", Map.of(ChatClient.KEY, owned.id()),
                "application/json", "");
        assertThat(start.everything()).doesNotContain(owned.id(), owned.token());
    }

    @Test
    void aCodeForTheTelephoneIsMadeByTheOwnerAndOpensNothingToWhoeverGuesses() {
        Talk owned = answered();
        assertThat(write(owned, town.talk().token(), "/code", "").status()).isEqualTo(404);
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        for (String guess : List.of("000000", "123456", owned.id(), "%", "_", "' or 1=1 --", "")) {
            assertThat(anna.submitFrom("/desk/kod", "/desk/kod", "kod", guess).body()).as(guess)
                    .doesNotContain("vad kostar förskolan", owned.id());
        }
        assertThat(anna.get("/desk/kod/" + owned.id()).statusCode()).isEqualTo(404);
    }
}
