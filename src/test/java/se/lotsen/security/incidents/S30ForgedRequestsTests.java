package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S30: forms that another site sends in somebody's name, and the chat in a foreign frame. */
@ServiceTest
class S30ForgedRequestsTests extends TownTests {

    @Test
    void noFormOfTheStaffIsTakenWithoutItsToken() {
        StaffBrowser alla = town.agent("alla", List.of("allmant"), StaffRole.values());
        Principal signedIn = Town.principal("alla", alla, StaffRole.values());
        Principal other = Town.principal("bo", town.agent("bo", List.of("allmant"), StaffRole.AGENT),
                StaffRole.AGENT);
        Map<String, Integer> before = town.digest();
        int tried = 0;
        for (Route route : Route.listed()) {
            if (route.isForStaff() && route.method().equals("POST")) {
                for (String token : List.of("", "x", other.formToken())) {
                    Reply reply = town.caller.call(route, UUID.randomUUID().toString(),
                            new Principal("forger", signedIn.roles(), signedIn.headers(), token));
                    assertThat(reply.status()).as("%s with token '%s'", route, token).isEqualTo(403);
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(Town.changed(before, town.digest())).isEmpty();
        assertThat(alla.get("/staff").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void noFormOfACitizenIsTakenFromAnotherSite() {
        Talk talk = answered();
        Map<String, Integer> before = town.digest();
        for (Route route : Route.listed()) {
            if (route.method().equals("POST") && route.path().startsWith("/fraga")) {
                for (Map<String, String> foreign : List.of(Map.of("Sec-Fetch-Site", "cross-site"),
                        Map.of("Sec-Fetch-Site", "same-site"), Map.of("Origin", "https://foreign.example"),
                        Map.of("Origin", "http://localhost.foreign.example"))) {
                    Map<String, String> headers = new LinkedHashMap<>(Town.holding(talk));
                    headers.putAll(foreign);
                    assertThat(town.caller.send("POST", route.at("1"), headers,
                            "application/x-www-form-urlencoded", "fraga=hej&nyckel=" + UUID.randomUUID())
                            .status()).as("%s %s", route, foreign).isEqualTo(403);
                }
            }
        }
        assertThat(Town.changed(before, town.digest())).isEmpty();
    }

    @Test
    void theApiTakesNoCookieAndTellsNoOtherSite() {
        Talk talk = answered();
        String cookie = "lotsen-samtal=" + talk.id() + "." + talk.token();
        Reply reply = town.caller.send("POST", talk.path("/questions"),
                Map.of("Cookie", cookie, "Origin", "https://foreign.example"), "application/json",
                ChatClient.body("hej"));
        assertThat(reply.status()).isEqualTo(403);
        assertThat(town.caller.send("POST", talk.path("/questions"), Map.of("Cookie", cookie),
                "application/json", ChatClient.body("hej")).status()).isEqualTo(404);
        for (String path : List.of("/api/conversations", talk.path(""), "/api/desk/here", "/desk",
                "/fraga")) {
            Reply preflight = town.caller.send("OPTIONS", path,
                    Map.of("Origin", "https://foreign.example", "Access-Control-Request-Method", "POST"),
                    null, "");
            assertThat(preflight.head().toLowerCase(Locale.ROOT)).as(path)
                    .doesNotContain("access-control-allow-origin");
        }
    }

    @Test
    void nothingButTheChatMayBeFramedAndOnlyBySitesThatAreNamed() {
        for (Route route : Route.listed()) {
            // The logo is a picture, in a sandbox of its own.
            if (route.reads() && route.isCallable() && route.isFor(Route.PUBLIC)
                    && !route.path().equals("/look/logo")) {
                assertThat(town.caller.get(route.at("forskola-avgift"), Town.nobody()).head())
                        .as(route.toString()).containsPattern(
                                route.path().equals("/chat") ? "frame-ancestors" : "frame-ancestors 'none'");
            }
        }
        assertThat(town.caller.get("/chat", Town.nobody()).head()).doesNotContain("frame-ancestors *",
                "frame-ancestors http:", "frame-ancestors https: ");
    }

    @Test
    void aSessionThatSomebodyHasPlantedIsNotTheOneAfterSigningIn() {
        town.account("anna", List.of(), StaffRole.AGENT);
        StaffBrowser anna = town.browser();
        anna.get("/staff/sign-in");
        String before = String.valueOf(anna.cookies().get("lotsen-personal"));
        anna.signIn("anna", StaffForTests.PASSWORD);
        assertThat(anna.cookies().get("lotsen-personal")).isNotEqualTo(before).isNotNull();
        assertThat(town.caller.send("GET", "/staff", Map.of("Cookie", "lotsen-personal=" + before), null, "")
                .status()).isEqualTo(303);
        anna.submitFrom("/staff", "/staff/sign-out");
    }
}
