package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** S2, Onyx CVE-2026-42276: another user's generation was stopped by its id; the same for all that hangs on an answer. */
@ServiceTest
class S02ForeignGenerationTests extends TownTests {
    private static final Map<String, String> WRITES = Map.of("/answers/1/stop", "", "/answers/1/feedback",
            "{\"helpful\":false}", "/typing", "", "/satisfaction", "{\"after\":\"assistant\",\"score\":1}",
            "/code", "",
            "/promises", "{\"kind\":\"message\",\"contact\":\"a@exempel.se\"}");

    @Test
    void nobodyStopsRatesOrFollowsASomebodyElsesAnswer() {
        Talk owned = answered();
        Talk own = answered();
        Map<String, Integer> before = town.digest();
        WRITES.forEach((rest, body) -> assertThat(write(owned, own.token(), rest, body).status()).as(rest)
                .isEqualTo(404));
        assertThat(Town.changed(before, town.digest())).isEmpty();
        assertThat(write(owned, owned.token(), "/answers/1/feedback", "{\"helpful\":true}").status())
                .isEqualTo(200);
    }

    @Test
    void aTranscriptIsSavedByItsOwnerAlone() {
        Talk owned = answered();
        Talk own = town.talk();
        Reply saved = town.caller.send("GET", "/fraga/samtal.txt", Town.holding(owned), null, "");
        assertThat(saved.body()).contains("vad kostar förskolan");
        Reply forged = town.caller.send("GET", "/fraga/samtal.txt",
                Map.of("Cookie", "lotsen-samtal=" + owned.id() + "." + own.token()), null, "");
        assertThat(forged.everything()).doesNotContain("vad kostar förskolan");
    }

    @Test
    void noRouteMakesAnAnswerAnew() {
        assertThat(Route.listed()).noneMatch(route -> route.path().matches(".*(regenerate|retry|continue).*")
                && !route.isForStaff());
    }
}
