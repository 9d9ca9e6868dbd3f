package se.lotsen.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.handover.WaitingTimers;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.Frame;
import se.lotsen.testing.HandoverJourney;
import se.lotsen.testing.TownClock;
import tools.jackson.databind.JsonNode;

/** The citizen's way to a person and back, over HTTP. */
class HandoverApiTests extends HandoverJourney {
    private static final String QUESTION = "vad kostar förskolan";

    @Autowired
    private WaitingTimers timers;
    @Autowired
    private PersonalDataMask mask;
    @Autowired
    private ConversationDisposal disposal;
    @Autowired
    private JdbcClient database;

    @Test
    void theWholeWayToAPersonAndBack() {
        client.ask(talk, QUESTION);
        JsonNode place = request(talk);
        assertThat(place.required("state").asString()).isEqualTo("waiting");
        assertThat(place.required("queue").asString()).isEqualTo("utbildning");
        assertThat(place.required("position").asInt()).isEqualTo(1);
        assertThat(write("Jag heter Kim, 19121212-1212").statusCode()).isEqualTo(201);
        claim(talk);
        handover.postAsAgent(id(), key(), ANNA, mask.mask("Hej Kim"), List.of());
        assertThat(write("Hej").statusCode()).isEqualTo(201);
        handover.resolve(id(), key(), ANNA, "answered", "question", "Ärendet är avslutat.");
        assertThat(write("En sak till").statusCode()).isEqualTo(201);

        List<JsonNode> person = client.transcript(talk).valueStream()
                .filter(event -> Set.of("state", "message").contains(event.required("type").asString()))
                .map(event -> event.required("data")).toList();
        assertThat(person)
                .extracting(data -> data.path("change").asString("") + data.path("author").asString(""))
                .containsExactly("requested", "citizen", "claimed", "agent", "citizen", "resolved",
                        "reopened",
                        "citizen");
        assertThat(person.get(1).required("text").asString()).isEqualTo("Jag heter Kim, [personnummer]");
        assertThat(person.getFirst().required("text").asString()).startsWith("Nu väntar du på en människa");
    }

    @Test
    void theSameRequestTenTimesIsOne() {
        String key = ChatClient.newKey();
        List<HttpResponse<String>> answers = IntStream.range(0, 10).parallel()
                .mapToObj(n -> request(talk, key, "")).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
        String message = ChatClient.newKey();
        List<String> written = IntStream.range(0, 10).parallel().mapToObj(n -> write(message, "hej").body())
                .toList();
        assertThat(written).containsOnly(written.getFirst());
        assertThat(client.transcript(talk)).hasSize(2);
    }

    @Test
    void leavingTheQueueKeepsTheQuestionAndBringsTheAssistantBack() {
        client.ask(talk, QUESTION);
        request(talk);
        assertThat(problem(client.post(talk.path("/questions"), talk.headers(ChatClient.newKey()),
                ChatClient.body(QUESTION)))).endsWith("assistant-silent");
        HttpResponse<String> left = delete("/handover");
        assertThat(left.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(left.body()).required("state").asString()).isEqualTo("with_assistant");
        assertThat(delete("/handover").statusCode()).as("twice does no harm").isEqualTo(200);
        assertThat(client.ask(talk, "och för två barn")).last().extracting(Frame::event)
                .isEqualTo("completed");
        assertThat(client.transcript(talk).valueStream()
                .filter(e -> e.required("type").asString().equals("question")))
                .hasSize(2);
    }

    @Test
    void theAssistantIsSilentWhileAPersonHasTheCaseAndTheQueueCannotBeLeft() {
        request(talk);
        claim(talk);
        HttpResponse<String> asked = client.post(talk.path("/questions"), talk.headers(ChatClient.newKey()),
                ChatClient.body(QUESTION));
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("Skriv ett meddelande");
        assertThat(problem(delete("/handover"))).endsWith("conversation-moved-on");
    }

    @Test
    void whenNobodyIsThereThePhoneIsSaidAndNothingStored() {
        presence.left("anna");
        JsonNode open = nobody();
        assertThat(open.required("reason").asString()).isEqualTo("nobody-there");
        assertThat(open.required("nextOpening").isNull()).isTrue();
        presence.seen(new DeskAgent("anna", "Anna", Set.of("bygglov"), Set.of(), 3));
        assertThat(nobody().required("reason").asString()).as("for another queue").isEqualTo("nobody-there");
        ((TownClock) clock).set(TownClock.CLOSED);
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
        JsonNode closed = nobody();
        assertThat(closed.required("reason").asString()).isEqualTo("closed");
        assertThat(closed.required("nextOpening").asString()).startsWith("2026-11-25T08:00");
        assertThat(closed.required("hours").asString()).contains("Öppnar i morgon kl. 8.00");
        assertThat(client.transcript(talk)).isEmpty();
    }

    private JsonNode nobody() {
        HttpResponse<String> refused = request(talk, ChatClient.newKey(), "");
        assertThat(refused.statusCode()).isEqualTo(409);
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.required("type").asString()).isEqualTo("/problems/nobody-on-duty");
        assertThat(problem.required("phone").asString()).isEqualTo("031-390 06 00");
        assertThat(problem.required("email").asString()).contains("@");
        return problem;
    }

    @Test
    void aFullQueueIsNoPromise() {
        database.sql("delete from wrap_up").update();
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 1));
        request(client.start());
        claim(lastOne());
        request(client.start());
        HttpResponse<String> refused = request(talk, ChatClient.newKey(), "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(refused.body()).required("reason").asString()).isEqualTo("full");
    }

    @Test
    void theWaitIsEstimatedFromTheLastCasesAndAPlaceBeyondTheLongestWaitIsRefused() {
        database.sql("delete from wrap_up").update();
        assertThat(request(talk).required("estimateMinutes").isNull()).isTrue();
        claim(talk);
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(15)));
        handover.resolve(id(), key(), ANNA, "answered", "question", null);
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 1));
        assertThat(request(client.start()).required("estimateMinutes").asInt()).isEqualTo(15);
        assertThat(request(client.start(), ChatClient.newKey(), "").statusCode()).as("30 minutes")
                .isEqualTo(409);
    }

    private Talk lastOne() {
        String id = handover.waiting(Set.of()).getFirst().standing().conversation().value().toString();
        return new Talk(id, "");
    }

    @Test
    void aClosedConversationIsNotReopenedForNobody() {
        request(talk);
        claim(talk);
        handover.resolve(id(), key(), ANNA, "answered", "question", null);
        presence.left("anna");
        assertThat(problem(write("Är du kvar?"))).endsWith("nobody-on-duty");
    }

    @Test
    void theCitizenDeletesTheConversationButNotUnderAPersonsHands() {
        client.ask(talk, QUESTION);
        request(talk);
        assertThat(problem(delete(""))).endsWith("person-involved");
        delete("/handover");
        assertThat(delete("").statusCode()).isEqualTo(204);
        assertThat(delete("").statusCode()).isEqualTo(404);
        assertThat(client.get(talk.path(""), talk.headers("x")).statusCode()).isEqualTo(404);
        assertThat(write("hej").statusCode()).isEqualTo(404);
        assertThat(request(talk, ChatClient.newKey(), "").statusCode()).isEqualTo(404);
        assertThat(disposal.tombstone(id())).isPresent();
        assertThat(database.sql("select count(*) from event where conversation_id = :id")
                .param("id", id().value())
                .query(Long.class).single()).isZero();
    }

    @Test
    void waitsEndByTheClockOnceAndSayWhomToCall() {
        request(talk);
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(19)));
        assertThat(timers.look()).isZero();
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(20)));
        assertThat(timers.look()).isEqualTo(1);
        assertThat(timers.look()).isZero();
        JsonNode ended = lastEvent();
        assertThat(ended.required("change").asString()).isEqualTo("timed_out");
        assertThat(ended.required("text").asString()).contains("031-390 06 00",
                "kontaktcenter@lindakra.example");
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
        request(talk);
        ((TownClock) clock).set(TownClock.CLOSED);
        assertThat(timers.look()).isEqualTo(1);
        assertThat(lastEvent().required("change").asString()).isEqualTo("desk_closed");
    }

    @Test
    void aCaseThatComesBackFromAnAgentIsNotEndedForTheTimeItWasThere() {
        request(talk);
        claim(talk);
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(30)));
        handover.requeue(id(), key(), ANNA, "kontaktcenter", null);
        assertThat(timers.look()).isZero();
    }

    private JsonNode lastEvent() {
        List<JsonNode> events = new ArrayList<>();
        client.transcript(talk).forEach(events::add);
        return events.getLast().required("data");
    }

    @Test
    void thePlaceInTheQueueIsToldInPassingWheneverItChanges() throws InterruptedException {
        Talk other = client.start();
        request(other);
        // The clock stands still, so that either may be the first.
        boolean isSecond = request(talk).required("position").asInt() == 2;
        Talk first = isSecond ? other : talk;
        Talk second = isSecond ? talk : other;
        Thread leaving = Thread.ofVirtual().start(() -> {
            client.events(second, 0, frame -> frame.event().equals("queue"));
            handover.leaveQueue(id(first), key(), null);
        });
        List<Frame> queue = client.events(second, 0, frame -> frame.event().equals("queue")
                && frame.data().required("position").asInt() == 1).stream()
                .filter(frame -> frame.event().equals("queue")).toList();
        leaving.join();
        assertThat(queue).noneMatch(Frame::isStored);
        assertThat(queue.getLast().data().required("estimateMinutes").isNull()
                || queue.getLast().data().required("estimateMinutes").asInt() > 0).isTrue();
    }

    /** WCAG 2.2, 3.1.2: an agent's language need not be that of the question. */
    @Test
    void aMessageComesWithTheLanguageThatItIsWrittenIn() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        claim(talk);
        handover.postAsAgent(id(), key(), ANNA, mask.mask("Hello, the preschool fee depends on your income."),
                List.of());
        write("Tack, då vet jag hur avgiften räknas ut.");
        assertThat(JSON.readTree(client.get(talk.path(""), Map.of(ChatClient.TOKEN, talk.token())).body())
                .path("events").valueStream().filter(event -> event.path("type").asString().equals("message"))
                .map(event -> event.path("data").path("language").asString())).containsExactly("en", "sv");
    }
}
