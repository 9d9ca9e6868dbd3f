package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.RawHttp;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/**
 * S18, Flowise CVE-2026-41276: a token of null was accepted. Every kind of wrong token in every carrier on every route that takes
 * one; {@code -Dlotsen.wrong-tokens=all} on every route, else on a third.
 */
@ServiceTest
class S18EmptyTokensTests extends TownTests {
    private static final boolean ALL = "all".equals(System.getProperty("lotsen.wrong-tokens"));
    private static final List<String> WRONG = List.of("", " ", "null", "undefined", "nil", "None", "0",
            "false", "true", "[]", "[null]", "{}", "{\"$ne\":null}",
            "\"\"", "''", "%00", "*", "%", "a,b", "Bearer", "Bearer null", "A".repeat(43), "=".repeat(44),
            "a".repeat(1500), "0".repeat(64),
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "../../staff-token", "1 or 1=1", "\u00e5\u00e4\u00f6");

    @Test
    void noWrongTokenOpensAnything() {
        SeededRandom random = new SeededRandom();
        Talk owned = answered();
        List<String> tokens = new ArrayList<>(WRONG);
        tokens.add(town.talk().token());
        tokens.add(owned.token().toLowerCase(Locale.ROOT));
        tokens.add(owned.token() + "A");
        tokens.add(owned.token().substring(0, 42));
        tokens.add("[\"" + owned.token() + "\"]");
        tokens.add("{\"token\":\"" + owned.token() + "\"}");
        List<Route> routes = Route.listed().stream().filter(Route::isCallable)
                .filter(route -> !route.isFor(Route.PUBLIC)).toList();
        Map<String, Integer> before = town.digest();
        int calls = 0;
        for (int r = 0; r < routes.size(); r++) {
            Route route = routes.get(r);
            if (!ALL && r % 3 != random.below(3)) {
                continue;
            }
            for (String token : ALL || route.isFor(Route.CONVERSATION) ? tokens : tokens.subList(0, 12)) {
                String carried = token.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? token : "%C3%A5";
                Principal who = new Principal("wrong", Set.of(),
                        Map.of(ChatClient.TOKEN, carried, "Authorization", "Bearer " + carried, "Cookie",
                                "lotsen-samtal=" + owned.id() + "." + carried.replace(";", "")
                                        + "; lotsen-personal=" + carried.replace(";", "")),
                        carried);
                Reply reply = town.caller.call(route, owned.id(), who);
                calls++;
                assertThat(reply.status()).as("%s %s with '%s'", random, route, token).isIn(303, 400, 401,
                        403, 404, 431);
                assertThat(reply.body()).as("%s %s", random, route).doesNotContain("vad kostar förskolan");
            }
        }
        assertThat(Town.changed(before, town.digest())).isEmpty();
        System.out.printf("| wrong tokens (%s) | %d calls on %d routes | 0 opened |%n", random, calls,
                routes.size());
    }

    @Test
    void aLinkOfNothingIsGone() {
        Map<String, Integer> before = town.digest();
        for (String token : WRONG) {
            assertThat(town.caller
                    .get("/staff/welcome?token=" + java.net.URLEncoder.encode(token, StandardCharsets.UTF_8),
                            Town.nobody())
                    .status())
                    .as(token).isIn(410, 400, 414);
            StaffBrowser browser = town.browser();
            browser.get("/staff/sign-in");
            assertThat(browser.submitFrom("/staff/sign-in", "/staff/welcome", "token", token, "userName",
                    "nollan", "displayName", "Nollan",
                    "password", "en lång mening som duger").statusCode()).as(token).isIn(410, 400, 403);
        }
        for (String query : List.of("", "?token", "?token=", "?token[]=x", "?token=a&token=b", "?TOKEN=x",
                "?token=%00")) {
            assertThat(town.caller.get("/staff/welcome" + query, Town.nobody()).status()).as(query).isIn(410,
                    400);
        }
        assertThat(Town.changed(before, town.digest())).isEmpty();
    }

    @Test
    void twoTokensOrOneThatIsEnormousOpenNothing() throws IOException {
        Talk owned = answered();
        RawHttp raw = new RawHttp(port);
        String head = "GET " + owned.path("") + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        for (String tokens : List.of(
                ChatClient.TOKEN + ": \r\n" + ChatClient.TOKEN + ": " + owned.token().substring(1) + "\r\n",
                ChatClient.TOKEN + ": x\r\n" + ChatClient.TOKEN + ": " + owned.token() + "\r\n",
                ChatClient.TOKEN + ": \u0001" + owned.token() + "\r\n",
                ChatClient.TOKEN + ": " + "a".repeat(1_000_000) + "\r\n",
                "Authorization: Bearer " + owned.token() + "\r\n",
                "Cookie: " + ChatClient.TOKEN + "=" + owned.token() + "\r\n")) {
            RawHttp.Answer answer = raw.send((head + tokens + "\r\n").getBytes(StandardCharsets.ISO_8859_1),
                    30_000, false);
            assertThat(answer.status()).as(tokens.substring(0, 30)).isIn(0, 400, 404, 413, 431);
            assertThat(answer.text()).doesNotContain("vad kostar förskolan");
        }
    }

    @Test
    void noPasswordIsNoPassword() {
        town.account("tove", List.of(), StaffRole.AGENT);
        for (String password : List.of("", " ", "null", "undefined", "[]", "{}", "true", "0", "\u0000")) {
            assertThat(town.browser().signIn("tove", password).statusCode()).as(password).isIn(401, 429);
        }
    }
}
