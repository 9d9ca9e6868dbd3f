package se.lotsen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.Claim;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.WaitingCase;
import se.lotsen.handover.Presence;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.testing.ChatClient.Talk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A citizen over HTTP and an agent at the record; both are gone again after each test. */
@ServiceTest
public abstract class HandoverJourney {
    protected static final JsonMapper JSON = JsonMapper.builder().build();
    protected static final Agent ANNA = new Agent("anna", "Anna");

    @LocalServerPort
    protected int port;
    @Autowired
    protected HandoverStore handover;
    @Autowired
    protected Presence presence;
    @Autowired
    protected Clock clock;
    protected ChatClient client;
    protected Talk talk;

    @BeforeEach
    protected void someoneIsThere() {
        handover.waiting(Set.of()).forEach(this::leave);
        client = new ChatClient(port);
        talk = client.start();
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
    }

    @AfterEach
    protected void everybodyLeaves() {
        ((TownClock) clock).set(TownClock.OPEN);
        presence.left("anna");
        handover.waiting(Set.of()).forEach(this::leave);
        handover.ownedBy("anna").forEach(standing -> handover.giveBack(standing.conversation(), key(), ANNA,
                null));
    }

    private void leave(WaitingCase waiting) {
        handover.leaveQueue(waiting.standing().conversation(), key(), null);
    }

    protected static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    protected ConversationId id() {
        return id(talk);
    }

    protected static ConversationId id(Talk one) {
        return new ConversationId(UUID.fromString(one.id()));
    }

    protected HttpResponse<String> request(Talk one, String key, String body) {
        return client.post(one.path("/handover"), one.headers(key), body);
    }

    protected JsonNode request(Talk one) {
        HttpResponse<String> answer = request(one, ChatClient.newKey(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body());
    }

    protected HttpResponse<String> write(String text) {
        return write(ChatClient.newKey(), text);
    }

    protected HttpResponse<String> write(String key, String text) {
        return client.post(talk.path("/messages"), talk.headers(key),
                JSON.writeValueAsString(Map.of("text", text)));
    }

    protected HttpResponse<String> delete(String rest) {
        return client.send(
                client.request(talk.path(rest), talk.headers(ChatClient.newKey())).DELETE().build(),
                BodyHandlers.ofString());
    }

    protected void claim(Talk one) {
        assertThat(handover.claim(id(one), ANNA, handover.standing(id(one)).version(),
                "Nu skriver du med Anna."))
                .isInstanceOf(Claim.Won.class);
    }

    protected String problem(HttpResponse<String> response) {
        return JSON.readTree(response.body()).required("type").asString();
    }
}
