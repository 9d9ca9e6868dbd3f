package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S21, Open WebUI CVE-2026-45339: a limit held for one header and not for the other. {@code RateLimitTests} shows it of citizens' writes. */
@ServiceTest
class S21LimitByCarrierTests extends TownTests {

    @Test
    void guessingIsCountedForTheAccountHoweverItIsSent() {
        String name = "gissad" + UUID.randomUUID().toString().substring(0, 8);
        town.account(name, List.of(), StaffRole.AGENT);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            StaffBrowser browser = town.browser();
            browser.get("/staff/sign-in");
            String form = Caller
                    .encoded(Map.of("userName", i % 2 == 0 ? name : " " + name.toUpperCase(Locale.ROOT) + " ",
                            "password", "gissning " + i,
                            "_csrf",
                            Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                                    .matcher(browser.get("/staff/sign-in").body()).results().findFirst()
                                    .orElseThrow().group(1)));
            statuses.add(town.caller.send("POST", "/staff/sign-in",
                    Map.of("Cookie", Town.cookies(browser), "X-Forwarded-For", "10.0.0." + i,
                            "Forwarded", "for=10.0.0." + i, "X-Real-IP", "10.0.0." + i, "Authorization",
                            "Basic eDp5", "User-Agent", "u" + i),
                    "application/x-www-form-urlencoded", form).status());
        }
        assertThat(statuses.subList(0, 5)).containsOnly(401);
        assertThat(statuses.subList(10, 14)).containsOnly(429);
        assertThat(town.browser().signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(429);
    }

    @Test
    void thereIsOneCarrierForEachCredential() {
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        String session = anna.cookies().get("lotsen-personal");
        String basic = Base64.getEncoder()
                .encodeToString(("anna:" + StaffForTests.PASSWORD).getBytes(StandardCharsets.UTF_8));
        for (Map<String, String> headers : List.of(Map.of("Authorization", "Basic " + basic),
                Map.of("Authorization", "Bearer " + session),
                Map.of("X-Auth-Token", session), Map.of("X-Api-Key", session),
                Map.of("lotsen-personal", session), Map.of("Cookie", "SESSION=" + session),
                Map.of("X-Remote-User", "anna"), Map.of("X-Forwarded-User", "anna"))) {
            assertThat(town.caller.send("GET", "/desk", headers, null, "").status())
                    .as(headers.keySet().toString()).isEqualTo(303);
            assertThat(town.caller.send("GET", "/api/desk/here", headers, null, "").status()).isEqualTo(401);
        }
        Talk talk = answered();
        for (String query : List.of("?token=", "?X-Conversation-Token=", "?access_token=")) {
            assertThat(town.caller.send("GET", talk.path(query + talk.token()), Map.of(), null, "").status())
                    .isEqualTo(404);
        }
        assertThat(town.caller
                .send("GET", talk.path(""),
                        Map.of("Cookie", "lotsen-samtal=" + talk.id() + "." + talk.token()), null, "")
                .status())
                .as("the API takes no cookie").isEqualTo(404);
    }

    /** Whatever a citizen writes is counted: each controller that writes asks for the limit. */
    @Test
    void everyWriteOfACitizenIsCounted() {
        Map<Path, String> rooms = new LinkedHashMap<>(
                Sources.of("src/main/java/se/lotsen/chat", "Controller.java"));
        rooms.putAll(Sources.of("src/main/java/se/lotsen/pages", "Controller.java"));
        rooms.values().removeIf(text -> !text.contains("@PostMapping") && !text.contains("@DeleteMapping"));
        rooms.values().removeIf(text -> text.contains("limits.count") || text.contains("countAddress")
                || text.contains("countTyping") || text.contains("pages.toChange("));
        assertThat(rooms.keySet().stream().map(file -> file.getFileName().toString()))
                .isSubsetOf("TypingController.java");
    }
}
