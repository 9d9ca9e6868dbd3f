package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.HandoverJourney;
import tools.jackson.databind.JsonNode;

/** A citizen with a matter for the social services; somebody of the contact centre is there, who takes every open queue. */
class SecretRoutingTests extends HandoverJourney {
    private static final String SOCIAL = "{\"queue\":\"socialtjanst\"}";

    private void listsTheQueue() {
        presence.seen(new DeskAgent("anna", "Anna", Set.of("socialtjanst", "bygglov"), Set.of(), 3));
    }

    @Test
    void whereNobodyOfTheSocialServicesIsThereNothingIsPassedOnAndTheOtherWaysAreTold() {
        HttpResponse<String> refused = request(talk, ChatClient.newKey(), SOCIAL);
        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.required("reason").asString()).isEqualTo("nobody-there");
        assertThat(problem.required("name").asString()).isEqualTo("Socialtjänstens mottagning");
        assertThat(problem.required("phone").asString()).isEqualTo("031-390 06 20");
        assertThat(problem.required("hours").asString()).contains("16.00");
        assertThat(handover.packet(id())).isEmpty();
        assertThat(handover.waiting(Set.of())).isEmpty();

        HttpResponse<String> open = request(talk, ChatClient.newKey(), "{\"queue\":\"overformyndare\"}");
        assertThat(open.statusCode()).as("an open queue without anybody falls back").isEqualTo(202);
    }

    @Test
    void whatWasToldThereGoesNowhereElseAlsoAfterTheAssistantHasIt() {
        listsTheQueue();
        assertThat(request(talk, ChatClient.newKey(), SOCIAL).statusCode()).isEqualTo(202);
        claim(talk);
        handover.giveBack(id(), key(), ANNA, null);

        HttpResponse<String> again = request(talk, ChatClient.newKey(), "{\"queue\":\"bygglov\"}");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(handover.standing(id()).queue()).isEqualTo("socialtjanst");

        delete("/handover");
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
        assertThat(problem(request(talk, ChatClient.newKey(), "{\"queue\":\"bygglov\"}")))
                .endsWith("nobody-on-duty");
        assertThat(handover.waiting(Set.of())).isEmpty();
    }
}
