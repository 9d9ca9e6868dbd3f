package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.desk.DeskForTests.id;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/**
 * Whoever names somebody else's conversation is told that there is none, and nothing happens to it; on every route that
 * the service has, also those that are still to be written: they are read from the service itself.
 */
@ServiceTest
class ForeignConversationTests {
    private static final String CITIZENS = "/api/conversations/{id}";
    private static final String DESK = "/desk/cases/{id}";
    /** Whatever a route may want of a body, so that nothing but the id is wrong. */
    private static final String BODY = """
            {"question": "vad kostar förskolan", "text": "Hej", "helpful": true, "kind": "message", "contact": "a@exempel.se",
             "due": "2026-11-25T08:00:00Z", "after": "assistant", "score": 3}""";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HandoverStore cases;
    @Autowired
    private ConversationStore conversations;
    @Autowired
    private Attendance attendance;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;
    private DeskForTests desk;
    private Talk owned;

    @BeforeEach
    void enter() {
        desk = new DeskForTests(port, database, cases, attendance);
        owned = desk.waiting("bygglov", PacketTests.WHOLE);
    }

    @AfterEach
    void leave() {
        desk.leave();
    }

    private record Route(RequestMethod method, String pattern) {
        String of(String conversation) {
            return pattern.replace("{id}", conversation).replaceAll("\\{[a-z]+}", "1");
        }
    }

    @Test
    void noRouteOfCitizensOpensAForeignConversation() {
        List<Route> all = routes(CITIZENS);
        assertThat(all).as("the routes are found").hasSizeGreaterThanOrEqualTo(10);
        Talk other = desk.citizen.start();
        long before = trace(owned);
        Map<String, Integer> answers = new HashMap<>();
        for (Route route : all) {
            answers.put(route + " foreign", citizen(route, owned.id(), other.token()));
            answers.put(route + " unknown", citizen(route, UUID.randomUUID().toString(), other.token()));
            answers.put(route + " no id", citizen(route, "1", other.token()));
        }
        assertThat(answers).allSatisfy((route, status) -> assertThat(status).as(route)
                .isEqualTo(route.contains("/explanation") ? 401 : 404));
        assertThat(trace(owned)).isEqualTo(before);
    }

    @Test
    void noRouteOfTheDeskOpensACaseOfAnotherQueueOrOneThatWasNeverHandedOver() {
        List<Route> all = routes(DESK);
        assertThat(all).as("the routes are found").hasSizeGreaterThanOrEqualTo(10);
        StaffBrowser bo = desk.agent("bo");
        Talk never = desk.citizen.start();
        long before = trace(owned) + trace(never);
        Map<String, Integer> answers = new HashMap<>();
        for (Route route : all) {
            for (String id : List.of(owned.id(), never.id(), UUID.randomUUID().toString(), "1")) {
                answers.put(route + " " + id, route.method() == RequestMethod.GET
                        ? bo.get(route.of(id)).statusCode()
                        : bo.submitFrom("/staff", route.of(id), DeskForm.KEY, UUID.randomUUID().toString(),
                                "version",
                                "1", "svar", "Hej", "anteckning", "Hej", "till", "x", "queue", "allmant",
                                "orsak",
                                "other", "slut", "solved").statusCode());
            }
        }
        assertThat(answers).allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(404));
        assertThat(trace(owned) + trace(never)).isEqualTo(before);
    }

    private List<Route> routes(String prefix) {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternsCondition().getPatterns().stream()
                        .map(Object::toString).filter(pattern -> pattern.startsWith(prefix))
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method, pattern))))
                .toList();
    }

    private int citizen(Route route, String conversation, String token) {
        Map<String, String> headers = Map.of(ChatClient.TOKEN, token, ChatClient.KEY, ChatClient.newKey(),
                "Content-Type", "application/json");
        boolean reads = Stream.of(RequestMethod.GET, RequestMethod.DELETE).anyMatch(route.method()::equals);
        return desk.citizen.send(desk.citizen.request(route.of(conversation), headers)
                .method(route.method().name(),
                        reads ? BodyPublishers.noBody() : BodyPublishers.ofString(BODY))
                .build(), BodyHandlers.discarding()).statusCode();
    }

    /** Grows with everything that happens to a conversation. */
    private long trace(Talk talk) {
        return conversations.eventsAfter(id(talk), 0).size() + cases.standing(id(talk)).version()
                + cases.notes(id(talk)).size();
    }
}
