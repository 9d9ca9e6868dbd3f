package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** S1, Open WebUI CVE-2026-45349: whoever knew a chat's id went on with it in its owner's place. */
@ServiceTest
class S01ForeignConversationTests extends TownTests {

    @Test
    void nobodyGoesOnWithAConversationByItsId() {
        Talk owned = answered();
        Talk own = town.talk();
        String before = town.citizen.transcript(owned).toString();
        for (String token : List.of(own.token(), "", " ", owned.id(), owned.token().substring(1))) {
            assertThat(write(owned, token, "/questions", ChatClient.body("och fritids?")).status())
                    .isEqualTo(404);
            assertThat(write(owned, token, "/messages", "{\"text\":\"hej\"}").status()).isEqualTo(404);
            assertThat(write(owned, token, "/handover", "{}").status()).isEqualTo(404);
            for (String rest : List.of("", "/events", "/promises")) {
                assertThat(town.caller
                        .send("GET", owned.path(rest), Map.of(ChatClient.TOKEN, token), null, "").status())
                        .as(rest).isEqualTo(404);
            }
            assertThat(town.caller.send("DELETE", owned.path(""), Map.of(ChatClient.TOKEN, token), null, "")
                    .status())
                    .isEqualTo(404);
        }
        assertThat(town.citizen.transcript(owned).toString()).isEqualTo(before);
        assertThat(town.citizen.ask(owned, "när öppnar biblioteket")).as("its owner goes on").isNotEmpty();
    }
}
