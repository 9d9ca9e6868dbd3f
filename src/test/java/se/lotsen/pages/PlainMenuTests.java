package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.lotsen.conversation.CaseMarks;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.testing.HandoverJourney;

/** What can be done with a conversation without JavaScript: kept as a file, begun anew, deleted. */
class PlainMenuTests extends HandoverJourney {
    @Autowired
    private PersonalDataMask mask;
    @Autowired
    private CaseMarks marks;

    private Map<String, String> browser() {
        return Map.of("Cookie", "lotsen-samtal=" + talk.id() + "." + talk.token(), "Content-Type",
                "application/x-www-form-urlencoded", "Accept", "text/html");
    }

    private HttpResponse<String> post(String path) {
        return client.post(path, browser(), "");
    }

    @Test
    void theSavedTextHoldsEverySentenceWithTheAddressOfItsSourceAndWhatPersonsWrote() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        claim(talk);
        handover.postAsAgent(id(), key(), ANNA, mask.mask("Hej du"), List.of());
        HttpResponse<String> file = client.get("/fraga/samtal.txt", browser());
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; .*filename\\*=UTF-8''samtal-\\d{4}-\\d\\d-\\d\\d\\.txt");
        assertThat(file.body().lines()).contains("Du frågade: vad kostar förskolan", "Anna skrev: Hej du",
                "Svar från AI-assistenten:")
                .anyMatch(row -> row.matches("Svarets kvitto: LS(-[0-9A-Z]{4}){4}"))
                .anyMatch(
                        row -> row.matches(
                                "  Källa: .+, http://127\\.0\\.0\\.1:\\d+/knowledge/forskola-avgift.*"));
    }

    @Test
    void whatTheSavedTextHoldsTheCitizenHasHad() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        claim(talk);
        long said = handover.postAsAgent(id(), key(), ANNA, mask.mask("Hej du"), List.of()).id();
        assertThat(marks.shownTo(id())).isZero();
        client.get("/fraga/samtal.txt", browser());
        assertThat(marks.shownTo(id())).isEqualTo(said);
    }

    @Test
    void theSavedTextSpeaksThePagesLanguage() {
        client.ask(talk, "vad kostar förskolan");
        assertThat(client.get("/fraga/samtal.txt?lang=en", browser()).body())
                .contains("You asked: vad kostar förskolan").contains("  Source: ");
    }

    @Test
    void theSavedFileIsNamedInThePagesLetters() {
        client.ask(talk, "vad kostar förskolan");
        assertThat(client.get("/fraga/samtal.txt?lang=ar", browser()).headers()
                .firstValue("Content-Disposition").orElseThrow())
                .contains("filename*=UTF-8''" + URLEncoder.encode("محادثة", StandardCharsets.UTF_8) + "-");
    }

    @Test
    void ourOwnLinesSayWhoseTheyAreAndKeepTheirLineBreaksAsMessagesDo() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        claim(talk);
        handover.postAsAgent(id(), key(), ANNA, mask.mask("Hej\ndu"), List.of());
        assertThat(client.get("/fraga", browser()).body())
                .containsPattern("<span class=\"who\">Från kommunen:</span> "
                        + "<span class=\"said\" dir=\"auto\" lang=\"sv\">Nu skriver du med Anna")
                .contains("<span class=\"said\" dir=\"auto\">Hej\ndu</span>");
        assertThat(client.get("/fraga/samtal.txt", browser()).body().lines())
                .contains("Från kommunen: Nu skriver du med Anna.");
    }

    @Test
    void withoutAConversationThereIsNoFile() {
        assertThat(client.get("/fraga/samtal.txt", Map.of("Accept", "text/html")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void toBeginAnewForgetsTheConversationInTheBrowserAndNotInTheRecord() {
        client.ask(talk, "vad kostar förskolan");
        HttpResponse<String> anew = post("/fraga/borja-om");
        assertThat(anew.statusCode()).isEqualTo(303);
        assertThat(anew.headers().firstValue("Location")).hasValue("/fraga?gjort=borjat");
        assertThat(anew.headers().firstValue("Set-Cookie").orElseThrow()).contains("lotsen-samtal=;",
                "Max-Age=0");
        assertThat(client.get("/fraga", browser()).body()).contains("vad kostar förskolan");
    }

    @Test
    void aDeletedConversationIsGone() {
        client.ask(talk, "vad kostar förskolan");
        assertThat(client.get("/fraga", browser()).body()).contains("action=\"/fraga/radera\"",
                "går inte att få tillbaka");
        HttpResponse<String> deleted = post("/fraga/radera");
        assertThat(deleted.statusCode()).isEqualTo(303);
        assertThat(deleted.headers().firstValue("Location")).hasValue("/fraga?gjort=raderat");
        assertThat(client.get("/fraga", browser()).body()).doesNotContain("vad kostar förskolan")
                .contains("Här finns inget samtal än.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /fraga?gjort=raderat         | Samtalet är raderat.
            /fraga?gjort=borjat          | Du har börjat om. Ställ en ny fråga.
            /fraga?gjort=raderat&lang=en | The conversation has been deleted.
            """)
    void whatWasDoneIsSaidInsteadOfThatNothingIsThere(String address, String said) {
        assertThat(client.get(address, Map.of("Accept", "text/html")).body())
                .containsPattern("<p class=\"done\" role=\"status\">" + said)
                .doesNotContain("kakor", "cookies");
    }

    @Test
    void whatWasDoneIsSaidInTheLanguageOfTheForm() {
        client.ask(talk, "vad kostar förskolan");
        assertThat(post("/fraga/radera?lang=fi").headers().firstValue("Location"))
                .hasValue("/fraga?gjort=raderat&lang=fi");
    }

    @Test
    void aMarkThatIsNotOursSaysNothingAndNeitherDoesOneBesideAConversation() {
        assertThat(client.get("/fraga?gjort=%3Cb%3E", Map.of("Accept", "text/html")).body())
                .contains("Här finns inget samtal än.").doesNotContain("class=\"done\"", "<b>");
        client.ask(talk, "vad kostar förskolan");
        assertThat(client.get("/fraga?gjort=raderat", browser()).body()).contains("vad kostar förskolan")
                .doesNotContain("class=\"done\"");
    }

    @Test
    void whileAPersonIsAwaitedThePageSaysWhyItIsNotDeleted() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        HttpResponse<String> refused = post("/fraga/radera");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("En person har hand om samtalet", "vad kostar förskolan");
    }
}
