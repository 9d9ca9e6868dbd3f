package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.delivery.Promises;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.HandoverJourney;
import se.lotsen.testing.TownClock;

/** A promise without JavaScript. */
class PromisePageTests extends HandoverJourney {
    private static final Pattern CHOICE = Pattern.compile("name=\"val\" value=\"((\\S+) [^\"]+)\"");
    @Autowired
    private Promises promises;
    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nobodyIsThere() {
        presence.left("anna");
        ((TownClock) clock).set(TownClock.CLOSED);
        client.ask(talk, "vad kostar förskolan");
    }

    @AfterEach
    void nothingIsLeftToKeep() {
        database.sql("delete from promise").update();
        database.sql("delete from retention_hold").update();
    }

    private String cookie() {
        return "lotsen-samtal=" + talk.id() + "." + talk.token();
    }

    private String page() {
        return client.get("/fraga", Map.of("Cookie", cookie(), "Accept", "text/html")).body();
    }

    private HttpResponse<String> send(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.putIfAbsent("nyckel", UUID.randomUUID().toString());
        return client.post("/fraga/lofte", Map.of("Cookie", cookie(), "Content-Type",
                "application/x-www-form-urlencoded", "Accept", "text/html"),
                form.entrySet().stream().map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private String choice(String kind) {
        Matcher choice = CHOICE.matcher(page());
        while (choice.find()) {
            if (choice.group(2).equals(kind)) {
                return choice.group(1);
            }
        }
        throw new AssertionError("not offered: " + kind);
    }

    @Test
    void whereNobodyIsThereTheFormIsOpenAndSaysWhatIsStoredAndHowElseToReachUs() {
        String page = page();
        assertThat(page).containsPattern("<details open=\"open\">\\s*<summary>Be oss höra av oss")
                .contains("Vi ringer senast onsdag 25 november kl. 10.00", "Vi svarar med e-post senast",
                        "Vi svarar här i chatten senast", "type=\"tel\"", "autocomplete=\"tel\"",
                        "type=\"email\"", "autocomplete=\"email\"", "sparas för sig", "90 dagar",
                        "Den som svarar får läsa dina frågor")
                .doesNotContain("action=\"/fraga/person\"");
        assertThat(page.substring(page.indexOf("id=\"lofte\""))).contains("tel:0313900600", "mailto:");
    }

    @Test
    void aPromiseIsShownWithItsReceiptAndItsTimeAndIsStillThereAfterAReload() {
        Map<String, String> form = Map.of("val", choice("call-back"), "telefon", "070-174 06 05", "gallande",
                "Mitt barns plats", "nyckel", UUID.randomUUID().toString());
        for (int n = 0; n < 3; n++) {
            HttpResponse<String> made = send(form);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
            assertThat(made.headers().firstValue("Location")).contains("/fraga#lofte");
        }
        String receipt = promises.of(id()).getFirst().receipt();
        assertThat(promises.of(id())).hasSize(1);
        for (String page : new String[]{page(), page()}) {
            assertThat(page).contains("<strong>Vi ringer senast onsdag 25 november kl. 10.00.</strong>",
                    "Kvittonummer: " + receipt, "Mitt barns plats", "Be oss höra av oss på ett sätt till")
                    .doesNotContain("174 06 05").doesNotContain("<details open");
        }
        promises.keep(promises.of(id()).getFirst().id(), ANNA);
        assertThat(page()).contains("Vi har hört av oss.");
    }

    @Test
    void eachFaultIsNamedAtItsFieldAndWhatWasTypedIsKept() {
        String call = choice("call-back");
        HttpResponse<String> refused = send(
                Map.of("val", call, "telefon", "0900-<b>", "gallande", "Mitt barns plats"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).containsPattern("id=\"lofte-telefon-fel\"[^>]*>Det är inget telefonnummer")
                .containsPattern("value=\"0900-&lt;b&gt;\"[^>]*aria-invalid=\"true\"[^>]*autofocus")
                .containsPattern("<textarea[^>]*name=\"gallande\"[^>]*>Mitt barns plats</textarea>")
                .containsPattern("value=\"" + Pattern.quote(call) + "\"[^>]*checked")
                .contains("<title>Fel:", "<details open");

        HttpResponse<String> empty = send(Map.of("val", choice("message"), "epost", "kim@exempel.se"));
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).containsPattern("id=\"lofte-gallande-fel\"[^>]*>Meddelandet är tomt")
                .contains("value=\"kim@exempel.se\"");
        assertThat(send(Map.of("gallande", "hej")).body())
                .containsPattern("id=\"lofte-val-fel\"[^>]*>Välj hur vi ska höra av oss")
                .contains(">hej</textarea>");
        assertThat(send(Map.of("val", "email x", "nyckel", "x")).statusCode()).isEqualTo(400);
        assertThat(promises.of(id())).isEmpty();
    }

    @Test
    void aTimeThatIsGoneIsSaidBesideTheTimesThatAreLeft() {
        String call = choice("call-back");
        for (int n = 0; n < 4; n++) {
            assertThat(send(Map.of("val", call, "telefon", "0701740605")).statusCode()).isEqualTo(303);
        }
        HttpResponse<String> gone = send(Map.of("val", call, "telefon", "0701740606", "gallande", "hej"));
        assertThat(gone.statusCode()).isEqualTo(409);
        assertThat(gone.body()).containsPattern("id=\"lofte-val-fel\"[^>]*>Den tiden går inte att få längre")
                .contains("value=\"0701740606\"", ">hej</textarea>", "kl. 11.00")
                .doesNotContain("value=\"" + call);
    }

    @Test
    void whereAPersonIsOfferedACallIsStillAChoiceButFoldedAway() {
        ((TownClock) clock).set(TownClock.OPEN);
        presence.seen(new DeskAgent("anna", "Anna", Set.of(), Set.of(), 3));
        assertThat(page()).containsPattern("<details>\\s*<summary>Be oss höra av oss i stället")
                .contains("action=\"/fraga/person\"", "action=\"/fraga/lofte#lofte\"");
        request(talk);
        assertThat(page()).doesNotContain("/fraga/lofte");
    }

    @Test
    void anOldFormForAPersonLeadsToTheFormForAPromise() {
        HttpResponse<String> nobody = client.post("/fraga/person", Map.of("Cookie", cookie(), "Content-Type",
                "application/x-www-form-urlencoded", "Accept", "text/html"), "nyckel=" + UUID.randomUUID());
        assertThat(nobody.statusCode()).isEqualTo(409);
        assertThat(nobody.body()).contains("<details open", "Be oss höra av oss", "tel:0313900600");
    }

    @Test
    void whateverIsWrittenStaysText() {
        String xss = "<script>alert(1)</script>\"'";
        assertThat(send(Map.of("val", choice("message"), "gallande", xss)).statusCode()).isEqualTo(303);
        assertThat(page()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void withoutAConversationNothingIsPromised() {
        String val = choice("message");
        talk = new Talk(talk.id(), "falsk");
        assertThat(send(Map.of("val", val, "gallande", "hej")).statusCode()).isEqualTo(404);
    }
}
