package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.lotsen.conversation.CaseMarks;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.HandoverJourney;

/** The way to a person without JavaScript. */
class PersonPageTests extends HandoverJourney {
    @Autowired
    private PersonalDataMask mask;
    @Autowired
    private CaseMarks marks;

    private String cookie() {
        return "lotsen-samtal=" + talk.id() + "." + talk.token();
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("nyckel", UUID.randomUUID().toString());
        return client.post(path,
                Map.of("Cookie", cookie(), "Content-Type", "application/x-www-form-urlencoded",
                        "Accept", "text/html"),
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(),
                                StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private String page() {
        return client.get("/fraga", Map.of("Cookie", cookie(), "Accept", "text/html")).body();
    }

    @Test
    void theWholeWayWithPlainForms() {
        client.ask(talk, "vad kostar förskolan");
        assertThat(page()).contains("action=\"/fraga/person\"", "Den som svarar får läsa",
                "Avgift för förskola", "Dela detta och prata med en människa");
        assertThat(send("/fraga/person", Map.of("onskan", "hjälp")).statusCode()).isEqualTo(303);
        assertThat(page()).contains("Du är nummer 1 i kön", "action=\"/fraga/person/lamna\"",
                "action=\"/fraga/meddelande\"", "Nu väntar du på en människa")
                .doesNotContain("id=\"fraga-form\"");
        assertThat(send("/fraga/meddelande", Map.of("meddelande", "hej")).statusCode()).isEqualTo(303);
        claim(talk);
        handover.postAsAgent(id(), key(), ANNA, mask.mask("Hej du"), List.of());
        assertThat(page()).contains("Anna skrev:", "Hej du", "Skriv till handläggaren")
                .doesNotContain("Lämna kön");
        HttpResponse<String> tooLong = send("/fraga/meddelande", Map.of("meddelande", "lång ".repeat(1000)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("Meddelandet är för långt", "lång lång");
        handover.resolve(id(), key(), ANNA, "answered", "question", null);
        assertThat(page()).contains("Ärendet är avslutat.", "Skriv till handläggaren igen");
        assertThat(send("/fraga/meddelande", Map.of("meddelande", "igen")).statusCode()).isEqualTo(303);
        assertThat(send("/fraga/person/lamna", Map.of()).statusCode()).isEqualTo(303);
        assertThat(page()).contains("Du har lämnat kön", "id=\"fraga-form\"");
    }

    @Test
    void whatThePageShowsTheCitizenHasHad() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        claim(talk);
        long message = handover.postAsAgent(id(), key(), ANNA, mask.mask("Hej du"), List.of()).id();
        assertThat(marks.shownTo(id())).isZero();
        assertThat(page()).contains("Hej du");
        assertThat(marks.shownTo(id())).isEqualTo(message);
    }

    @Test
    void whereNobodyIsThereNoOneIsOfferedAndAnOldFormIsAnsweredWithThePhone() {
        client.ask(talk, "vad kostar förskolan");
        presence.left("anna");
        assertThat(page()).doesNotContain("action=\"/fraga/person\"");
        HttpResponse<String> refused = send("/fraga/person", Map.of());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Det finns ingen som kan svara", "tel:0313900600");
    }

    @Test
    void withoutAConversationThereIsNobodyToShare() {
        Talk known = talk;
        talk = new Talk(known.id(), "falsk");
        assertThat(send("/fraga/person", Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("/fraga/meddelande", Map.of("meddelande", "hej")).statusCode()).isEqualTo(404);
        assertThat(send("/fraga/person/lamna", Map.of()).statusCode()).isEqualTo(404);
    }
}
