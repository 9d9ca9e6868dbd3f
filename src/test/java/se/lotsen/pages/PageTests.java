package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.privacy.MaskedText;
import se.lotsen.testing.ServiceTest;

/** The pages as a browser without JavaScript uses them. */
@ServiceTest
class PageTests {
    private static final String QUESTION = "vad kostar förskolan för två barn";

    @LocalServerPort
    int port;

    @Autowired
    private HandoverStore handover;

    private WebTestClient browser;

    @BeforeEach
    void open() {
        browser = WebTestClient.bindToServer().baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.ACCEPT, "text/html").build();
    }

    @Test
    void theFirstPageSetsNothingAndSaysWhatIsAsked() {
        EntityExchangeResult<byte[]> page = get("/", null);
        assertThat(page.getResponseCookies()).isEmpty();
        assertThat(page.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(html(page)).contains("lang=\"sv\"", "Du frågar en AI-assistent", "sparas i 90 dagar",
                "href=\"/knowledge/personuppgifter\"", "href=\"/om\"",
                "tel:0313900600");
    }

    @Test
    void anEmergencyIsACardThatCanBeLeftAtOnceAndAsksForNoOpinion() {
        EntityExchangeResult<byte[]> asked = post("/fraga", "ring en ambulans fort snälla",
                UUID.randomUUID().toString(),
                null, null);
        ResponseCookie cookie = cookie(asked);
        assertThat(html(get("/fraga", cookie))).contains("action=\"/fraga/lamna\"", "112")
                .doesNotContain("Hjälpte svaret dig?");
        EntityExchangeResult<byte[]> left = browser.post().uri("/fraga/lamna")
                .cookie(cookie.getName(), cookie.getValue())
                .exchange().expectStatus().isOk().expectBody().returnResult();
        assertThat(cookie(left).getMaxAge()).isZero();
        assertThat(left.getResponseHeaders().getFirst("Refresh")).startsWith("0; url=https://");
        assertThat(html(left)).doesNotContain("112", "ambulans", "Lindåkra");
    }

    @Test
    void anAnswerComesWithItsSourcesAfterARedirect() {
        EntityExchangeResult<byte[]> asked = post("/fraga", QUESTION, UUID.randomUUID().toString(), null,
                null);
        assertThat(asked.getStatus().value()).isEqualTo(303);
        assertThat(asked.getResponseHeaders().getLocation()).hasToString("/fraga#svar-1");
        ResponseCookie cookie = cookie(asked);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isNegative();
        String page = html(get("/fraga", cookie));
        assertThat(page).contains(QUESTION, "class=\"citation\"", "Kontrollerad 14 september 2026",
                "kräver e-legitimation", "Hjälpte svaret dig?", "<strong>Prata med en människa</strong>");
        assertThat(page).containsPattern("href=\"/knowledge/forskola-avgift\\?revision=[0-9a-f]{12}#");
    }

    @Test
    void theSameFormSentTwiceAsksOnceAndAnotherTextIsAnotherQuestion() {
        String key = UUID.randomUUID().toString();
        ResponseCookie cookie = cookie(post("/fraga", QUESTION, key, null, null));
        assertThat(cookie(post("/fraga", QUESTION, key, null, null)).getValue()).isEqualTo(cookie.getValue());
        post("/fraga", QUESTION, key, cookie, null);
        assertThat(questions(cookie)).isEqualTo(1);
        post("/fraga", "när är biblioteket öppet", key, cookie, null);
        assertThat(questions(cookie)).isEqualTo(2);
    }

    @Test
    void whatPersonsWriteStandsUnderTheAnswerAndTheAssistantIsSilent() {
        ResponseCookie cookie = cookie(post("/fraga", QUESTION, UUID.randomUUID().toString(), null, null));
        ConversationId conversation = new ConversationId(
                UUID.fromString(cookie.getValue().substring(0, 36)));
        Agent anna = new Agent("a1", "Anna");
        handover.request(conversation, key(), "bygg", "{}", "Du står i kö.");
        handover.postAsCitizen(conversation, key(), MaskedText.restored("<b>Hallå</b>", Set.of()), null);
        handover.claim(conversation, anna, 1, null);
        handover.postAsAgent(conversation, key(), anna, MaskedText.restored("Hej!", Set.of()), List.of());
        handover.addNote(conversation, key(), anna, MaskedText.restored("Ring havtornsodlaren", Set.of()));

        String page = html(get("/fraga", cookie));
        assertThat(page).containsSubsequence("Hjälpte svaret dig?", "Du står i kö.", "Du skrev:",
                "&lt;b&gt;Hallå&lt;/b&gt;", "Anna skrev:", "Hej!").doesNotContain("havtorn");
        EntityExchangeResult<byte[]> asked = post("/fraga", "när är biblioteket öppet",
                UUID.randomUUID().toString(), cookie, null);
        assertThat(asked.getStatus().value()).isEqualTo(409);
        assertThat(html(asked)).contains("Assistenten svarar inte medan en person har hand om samtalet.");
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    @Test
    void aForgottenConversationIsBegunAnew() {
        ResponseCookie gone = ResponseCookie.from("lotsen-samtal", UUID.randomUUID() + ".abc").build();
        EntityExchangeResult<byte[]> asked = post("/fraga", QUESTION, UUID.randomUUID().toString(), gone,
                null);
        assertThat(questions(cookie(asked))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lotsen-samtal=x",
            "lotsen-samtal=zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz.token"})
    void withoutAConversationThePageSaysSo(String cookie) {
        browser.get().uri("/fraga").header(HttpHeaders.COOKIE, cookie).exchange().expectStatus().isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("Här finns inget samtal än")
                        .doesNotContain("id=\"kod\"", "id=\"meny-rubrik\"", "action=\"/fraga/radera"));
    }

    @Test
    void feedbackIsThankedForAndCanBeChanged() {
        ResponseCookie cookie = cookie(post("/fraga", QUESTION, UUID.randomUUID().toString(), null, null));
        assertThat(rate(cookie, "nej", "fel, ring 19121212-1212").getStatus().value()).isEqualTo(303);
        assertThat(html(get("/fraga", cookie))).contains("svarat att svaret inte hjälpte", "[personnummer]")
                .doesNotContain("19121212");
        rate(cookie, "ja", "");
        assertThat(html(get("/fraga", cookie))).contains("svarat att svaret hjälpte");
    }

    @Test
    void whatIsRefusedSaysWhyAndKeepsTheText() {
        String tooLong = "lång ".repeat(201);
        EntityExchangeResult<byte[]> page = post("/fraga", tooLong, UUID.randomUUID().toString(), null, null);
        assertThat(page.getStatus().value()).isEqualTo(400);
        assertThat(page.getResponseCookies()).isEmpty();
        assertThat(html(page)).contains("<title>Fel: ", "Texten är för lång", tooLong,
                "aria-invalid=\"true\"");
        assertThat(html(post("/fraga", " ", UUID.randomUUID().toString(), null, null)))
                .contains("Frågan är tom");
        assertThat(post("/fraga", QUESTION, "ingen", null, null).getStatus().value()).isEqualTo(400);
    }

    @Test
    void hiddenPersonalDataIsTold() {
        ResponseCookie cookie = cookie(
                post("/fraga", "jag heter 19121212-1212 och a@b.example, vad kostar dagis",
                        UUID.randomUUID().toString(), null, null));
        assertThat(html(get("/fraga", cookie)))
                .contains("Vi har dolt ditt personnummer och din e-postadress").doesNotContain("1212-1212");
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        ResponseCookie cookie = cookie(post("/fraga", "<img src=x onerror=alert(1)> ${7*7} [[${7*7}]] !",
                UUID.randomUUID().toString(), null, null));
        assertThat(html(get("/fraga", cookie))).doesNotContain("<img src=x", "[[49]]", "> 49")
                .contains("&lt;img src=x", "[[${7*7}]]");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,cross-site,403", "Sec-Fetch-Site,same-site,403",
            "Sec-Fetch-Site,same-origin,303",
            "Sec-Fetch-Site,none,303", "Origin,https://evil.example,403", "Origin,null,303",
            "Origin,%%%,403"})
    void aFormOfAnotherSiteIsRefused(String header, String value, int status) {
        String[] sent = {header, value};
        assertThat(post("/fraga", QUESTION, UUID.randomUUID().toString(), null, sent).getStatus().value())
                .isEqualTo(status);
    }

    @Test
    void aFormOfOurOwnOriginIsTaken() {
        String[] own = {"Origin", "http://localhost:" + port};
        assertThat(post("/fraga", QUESTION, UUID.randomUUID().toString(), null, own).getStatus().value())
                .isEqualTo(303);
    }

    @Test
    void aSourcePageShowsWhoAnswersForIt() {
        assertThat(html(get("/knowledge/forskola-avgift", null))).contains("<h1>Avgift för förskola</h1>",
                "Kontrollerad 14 september 2026", "Utbildningsförvaltningen", "från och med 1 januari 2026",
                "https://www.lindakra.example/barn-och-utbildning/forskola-avgift", "Blankett finns",
                "id=\"vad-kostar-forskolan-per-manad\"", "031-390 06 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/knowledge/finns-inte", "/finns-inte", "/knowledge/", "/chat/finns-inte.js"})
    void anUnknownPageIsASwedishErrorPageWithAWayToAPerson(String path) {
        EntityExchangeResult<byte[]> page = get(path, null);
        assertThat(page.getStatus().value()).isEqualTo(404);
        assertThat(html(page)).contains("Sidan finns inte", "031-390 06 00").doesNotContain("Exception",
                "at se.");
    }

    private EntityExchangeResult<byte[]> get(String path, ResponseCookie cookie) {
        return browser.get().uri(path).headers(headers -> remember(headers, cookie)).exchange().expectBody()
                .returnResult();
    }

    private EntityExchangeResult<byte[]> post(String path, String question, String key, ResponseCookie cookie,
            String[] header) {
        return browser.post().uri(path).headers(headers -> {
            remember(headers, cookie);
            if (header != null) {
                headers.set(header[0], header[1]);
            }
        }).contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(BodyInserters.fromFormData("fraga", question).with("nyckel", key))
                .exchange().expectBody().returnResult();
    }

    private EntityExchangeResult<byte[]> rate(ResponseCookie cookie, String helpful, String comment) {
        return browser.post().uri("/fraga/svar/1").headers(headers -> remember(headers, cookie))
                .body(BodyInserters.fromFormData("hjalpte", helpful).with("kommentar", comment)
                        .with("nyckel", UUID.randomUUID().toString()))
                .exchange().expectBody().returnResult();
    }

    private int questions(ResponseCookie cookie) {
        Matcher turn = Pattern.compile("class=\"turn\"").matcher(html(get("/fraga", cookie)));
        return (int) turn.results().count();
    }

    private static void remember(HttpHeaders headers, ResponseCookie cookie) {
        if (cookie != null) {
            headers.set(HttpHeaders.COOKIE, cookie.getName() + "=" + cookie.getValue());
        }
    }

    private static ResponseCookie cookie(EntityExchangeResult<byte[]> result) {
        ResponseCookie cookie = result.getResponseCookies().getFirst("lotsen-samtal");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private static String html(EntityExchangeResult<byte[]> result) {
        return new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
