package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import se.lotsen.chat.ChatLanguage;
import se.lotsen.testing.HandoverJourney;
import se.lotsen.testing.TownClock;

/** The page without scripts in the languages of the interface. */
class LanguagePageTests extends HandoverJourney {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"(/fraga[^\"]*)\"");
    private static final Pattern LANGUAGE_LINK = Pattern
            .compile("<a href=\"(/fraga[^\"]*)\" lang=\"([^\"]+)\" hreflang=\"\\2\"");
    private static final Pattern SENTENCE = Pattern.compile("<span dir=\"auto\" lang=\"([^\"]*)\">([^<]*)");
    private static final Pattern CALL = Pattern.compile("value=\"(call-back [^\"]+)\"");
    @Autowired
    private MessageSource messages;

    private String cookie() {
        return "lotsen-samtal=" + talk.id() + "." + talk.token();
    }

    private String page(String address) {
        HttpResponse<String> page = client.get(address, Map.of("Cookie", cookie(), "Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private HttpResponse<String> send(String address, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.putIfAbsent("nyckel", UUID.randomUUID().toString());
        return client.post(address,
                Map.of("Cookie", cookie(), "Content-Type", "application/x-www-form-urlencoded", "Accept",
                        "text/html"),
                form.entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private String text(ChatLanguage language, String code, Object... arguments) {
        return messages.getMessage(code, arguments, language.locale());
    }

    private static String query(ChatLanguage language) {
        return language.isSwedish() ? "" : "?lang=" + language.tag();
    }

    @ParameterizedTest
    @EnumSource
    void thePageSaysItsLanguageAndDirectionAndEveryText(ChatLanguage language) {
        client.ask(talk, "vad kostar förskolan, jag heter 19811218-9876");
        String page = page("/fraga" + query(language));
        assertThat(page)
                .contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\"")
                .doesNotContain("??");
        for (String code : List.of("conversation.title", "ask.notice.ai", "turn.you", "turn.assistant",
                "turn.sources", "turn.new-tab", "turn.handover", "feedback.question", "feedback.yes",
                "person.title", "person.ask", "promise.title", "promise.how", "promise.otherwise",
                "code.title", "code.consent", "ask.next", "ask.send", "satisfaction.question.assistant",
                "satisfaction.score.5", "site.skip")) {
            assertThat(page).as(code).contains(text(language, code));
        }
        assertThat(page).contains(text(language, "ask.notice.kept", 90),
                text(language, "hidden.notice", text(language, "hidden.IDENTITY_NUMBER")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /fraga?lang=ar            | مغلق. يفتح غداً الساعة 8:00           | 14 سبتمبر 2026
            /fraga?lang=so            | Wuxuu furmayaa berri saacadda 8:00 | 14 Sebtembar 2026
            /fraga?lang=fi            | Avataan huomenna klo 8.00          | 14. syyskuuta 2026
            /fraga?lang=en-GB         | Opens tomorrow at 8:00             | 14 September 2026
            /fraga?lang=sv-x-lattlast | Vi öppnar i morgon klockan 8.00    | 14 september 2026
            /fraga                    | Öppnar i morgon kl. 8.00           | 14 september 2026
            """)
    void hoursAndDatesAreInThePagesLanguage(String address, String hours, String reviewed) {
        ((TownClock) clock).set(TownClock.CLOSED);
        client.ask(talk, "vad kostar förskolan");
        assertThat(page(address)).contains(hours, reviewed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "sv-x-lattlast"})
    void everyFormKeepsTheLanguage(String tag) {
        client.ask(talk, "vad kostar förskolan");
        List<String> forms = FORM.matcher(page("/fraga?lang=" + tag)).results()
                .map(form -> form.group(1)).toList();
        assertThat(forms).hasSizeGreaterThanOrEqualTo(4)
                .allMatch(action -> action.contains("?lang=" + tag));
        assertThat(FORM.matcher(page("/fraga")).results().map(form -> form.group(1)))
                .noneMatch(action -> action.contains("lang"));
    }

    @Test
    void redirectsAndRefusalsKeepTheLanguage() {
        HttpResponse<String> asked = send("/fraga?lang=fi", Map.of("fraga", "vad kostar förskolan"));
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).contains("/fraga?lang=fi#svar-1");
        assertThat(send("/fraga/svar/1?lang=fi", Map.of("hjalpte", "ja")).headers().firstValue("Location"))
                .contains("/fraga?lang=fi#svar-1");
        assertThat(send("/fraga/nojdhet?lang=fi", Map.of("efter", "assistant", "betyg", "4")).headers()
                .firstValue("Location")).contains("/fraga?lang=fi#nojdhet-assistant");
        HttpResponse<String> refused = send("/fraga?lang=fi", Map.of("fraga", " "));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<html lang=\"fi\"", "<title>Virhe:",
                text(ChatLanguage.FINNISH, "problem.question-empty"));
        assertThat(send("/fraga/kod?lang=fi", Map.of()).body()).contains("Koodisi on ", "asti.");
        assertThat(send("/fraga/person/lamna?lang=fi", Map.of()).headers().firstValue("Location"))
                .contains("/fraga?lang=fi#person");
    }

    @ParameterizedTest
    @EnumSource(names = {"ARABIC", "EASY_SWEDISH"})
    void theWayToAPersonAndAPromiseAreInThePagesLanguage(ChatLanguage language) {
        client.ask(talk, "vad kostar förskolan");
        String offers = page("/fraga" + query(language));
        assertThat(offers)
                .contains(language == ChatLanguage.ARABIC ? "سنتصل بك في موعد أقصاه" : "Vi ringer dig.");
        String call = CALL.matcher(offers).results().findFirst().orElseThrow().group(1);
        String form = "/fraga/lofte" + query(language);
        HttpResponse<String> refused = send(form, Map.of("val", call, "telefon", "hej", "gallande", "x"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("<html lang=\"" + language.tag() + "\"",
                text(language, "promise.contact.not-a-phone-number"));
        HttpResponse<String> made = send(form,
                Map.of("val", call, "telefon", "070-174 06 05", "gallande", "x"));
        assertThat(made.headers().firstValue("Location")).contains("/fraga" + query(language) + "#lofte");
        assertThat(page("/fraga" + query(language))).contains(text(language, "promise.title"),
                language == ChatLanguage.ARABIC ? "<strong>سنتصل بك" : "<strong>Vi ringer dig.");
        assertThat(page("/fraga")).contains("<strong>Vi ringer senast ");
    }

    @Test
    void whatIsSwedishInAPageInAnotherLanguageSaysSo() {
        client.ask(talk, "vad kostar förskolan");
        String page = page("/fraga?lang=ar");
        List<MatchResult> sentences = SENTENCE.matcher(page).results().toList();
        assertThat(sentences).hasSizeGreaterThan(1).allMatch(sentence -> sentence.group(1).equals("sv"));
        assertThat(page).contains("<header class=\"site-header\" lang=\"sv\" dir=\"ltr\">",
                "<footer class=\"site-footer\" lang=\"sv\" dir=\"ltr\">",
                "<strong lang=\"sv\">Kontaktcenter</strong>",
                "<span lang=\"sv\" dir=\"auto\">Avgift för förskola",
                "dir=\"ltr\" href=\"tel:0313900600\"");
    }

    @Test
    void anAnswerInAnotherLanguageKeepsItsOwnOnASwedishPage() {
        client.ask(talk, "How much does preschool cost for two children?");
        assertThat(page("/fraga")).contains("<html lang=\"sv\"", "<span dir=\"auto\" lang=\"en\">",
                "<span class=\"said\" dir=\"auto\" lang=\"en\">");
    }

    @Test
    void ourLinesSayTheLanguageOfTheQuestionThatTheyFollow() {
        client.ask(talk, "vad kostar förskolan");
        request(talk);
        String page = page("/fraga?lang=fi");
        assertThat(page).contains("<span class=\"said\" dir=\"auto\" lang=\"sv\">Nu väntar du på en människa",
                text(ChatLanguage.FINNISH, "person.place", 1), "/fraga?lang=fi#person");
    }

    @Test
    void allLanguagesAreLinkedInTheirOwnWordsAndThePresentOneIsMarked() {
        String page = page("/fraga?lang=so");
        assertThat(LANGUAGE_LINK.matcher(page).results().map(link -> link.group(1))).containsExactly("/fraga",
                "/fraga?lang=sv-x-lattlast", "/fraga?lang=en", "/fraga?lang=fi", "/fraga?lang=ar",
                "/fraga?lang=so");
        assertThat(page).contains(">Svenska</a>", ">Lätt svenska</a>", ">Suomi</a>", ">العربية</a>")
                .containsPattern("hreflang=\"so\"\\s+dir=\"ltr\" aria-current=\"true\">Soomaali</a>");
        assertThat(page.split("aria-current", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=ar", "/knowledge/forskola-avgift?lang=ar", "/staff/sign-in?lang=ar",
            "/fraga?lang=de", "/fraga?lang=%00%3Cscript%3E", "/fraga?lang="})
    void everyOtherPathAndWhatIsNoLanguageIsSwedish(String address) {
        assertThat(client.get(address, Map.of("Accept", "text/html", "Accept-Language", "ar")).body())
                .contains("<html lang=\"sv\" dir=\"ltr\"").doesNotContain("<script>");
    }

    @Test
    void aFaultOnTheWayIsSaidInThePagesLanguage() {
        HttpResponse<String> missing = client.get("/fraga/finns-inte?lang=en", Map.of("Accept", "text/html"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<html lang=\"en\"", "The page does not exist",
                "Go to the start page");
    }

    @Test
    void leavingAtOnceLeavesAPageInTheSameLanguage() {
        client.ask(talk, "ring en ambulans fort snälla");
        assertThat(page("/fraga?lang=fi")).contains("action=\"/fraga/lamna?lang=fi\"",
                "Poistu sivulta nopeasti");
        assertThat(send("/fraga/lamna?lang=fi", Map.of()).body()).contains("<html lang=\"fi\"", "Sää");
    }
}
