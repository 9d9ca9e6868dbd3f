package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conduct.Origin;
import se.lotsen.conduct.ThreatAlert;
import se.lotsen.conduct.ThreatAlerts;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.Warnings;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.Frame;
import se.lotsen.testing.HandoverJourney;
import se.lotsen.testing.TownClock;
import tools.jackson.databind.JsonNode;

/** Threats and abuse over HTTP: what the citizen is told, and what becomes of it. */
class ConductApiTests extends HandoverJourney {
    @Autowired
    private ThreatAlerts alerts;
    @Autowired
    private Warnings warnings;
    @Autowired
    private ConversationStore store;
    @Autowired
    private JdbcClient database;

    @AfterEach
    void forget() {
        database.sql("delete from threat_alert").update();
        database.sql("delete from retention_hold").update();
    }

    private List<ThreatAlert> raised() {
        return alerts.of(id());
    }

    @Test
    void aThreatInAQuestionIsRaisedAndThePolicyAnswers() {
        List<Frame> frames = client.ask(talk, "ni är döda");
        assertThat(frames.getLast().data().required("outcome").asString()).isEqualTo("THREAT_MET");
        assertThat(frames.toString()).isNotEmpty();
        assertThat(raised()).singleElement().matches(alert -> alert.origin() == Origin.QUESTION);
        assertThat(store.explanationOf(id(), 1)).get()
                .matches(explanation -> explanation.document().contains("\"action\":\"THREAT\""));
    }

    @Test
    void aCrisisCardIsShownAsBeforeAndTheThreatIsRaisedAllTheSame() {
        List<Frame> frames = client.ask(talk, "jag ska döda er alla");
        assertThat(frames.getLast().data().required("kind").asString()).isEqualTo("emergency");
        assertThat(raised()).hasSize(1);
    }

    @Test
    void tenEqualMessagesAreOneThreat() {
        request(talk);
        String key = ChatClient.newKey();
        List<HttpResponse<String>> answers = IntStream.range(0, 10).parallel()
                .mapToObj(n -> write(key, "jag vet var du bor")).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(raised()).singleElement().matches(alert -> alert.origin() == Origin.MESSAGE);
        assertThat(write("kan vi skjuta upp mötet").statusCode()).isEqualTo(201);
        assertThat(raised()).hasSize(1);
    }

    @Test
    void aConversationWithAThreatIsNotDeletedByItsCitizen() {
        client.ask(talk, "ni är döda");
        assertThat(problem(delete(""))).endsWith("person-involved");
        alerts.release(id(), new Agent("siv", "Siv"));
        assertThat(delete("").statusCode()).isEqualTo(204);
    }

    @Test
    void abuseIsAnsweredWithOneLineAndThenWithACardThatSaysWhomToCall() {
        List<Frame> first = client.ask(talk, "din jävla idiot");
        assertThat(first).extracting(Frame::event).containsExactly("question", "text", "completed");
        assertThat(first.getLast().data().required("outcome").asString()).isEqualTo("ABUSE_WARNED");
        client.ask(talk, "vad kostar förskolan");
        List<Frame> second = client.ask(talk, "du är en idiot");
        assertThat(second.getLast().data().required("outcome").asString()).isEqualTo("ABUSE_ENDED");
        assertThat(second.get(second.size() - 2).event()).isEqualTo("handover-offer");
        assertThat(second.get(second.size() - 2).raw()).contains("031-390 06 00", "@");
        assertThat(raised()).isEmpty();
        assertThat(store.explanationOf(id(), 3)).get()
                .matches(explanation -> explanation.document().contains("conduct.abuse"));
        assertThat(
                client.ask(client.start(), "du är en idiot").getLast().data().required("outcome").asString())
                .as("of another conversation").isEqualTo("ABUSE_WARNED");
    }

    @Test
    void afterAnEndThatFollowedAWarningNoPersonComesBeforeTomorrowAndThePhoneIsSaid() {
        request(talk);
        claim(talk);
        warnings.warn(id(), key(), ANNA, "Sluta.");
        warnings.end(id(), key(), ANNA, "Slut.");
        HttpResponse<String> refused = request(talk, ChatClient.newKey(), "");
        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.required("type").asString()).isEqualTo("/problems/person-not-today");
        assertThat(problem.required("phone").asString()).isEqualTo("031-390 06 00");
        assertThat(problem.required("email").asString()).contains("@");
        assertThat(problem(write("hallå"))).endsWith("no-person-involved");
        assertThat(client.ask(talk, "vad kostar förskolan")).last().extracting(Frame::event)
                .isEqualTo("completed");
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofDays(1)));
        presence.seen(new se.lotsen.handover.Presence.DeskAgent("anna", "Anna", java.util.Set.of(),
                java.util.Set.of(), 3));
        assertThat(request(talk, ChatClient.newKey(), "").statusCode()).isEqualTo(202);
    }
}
