package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/** S23, Flowise GHSA-c2c9-mfw7-p8hw: one could not open what was another's, but lists showed it. */
@ServiceTest
class S23LeakingListsTests extends TownTests {

    @Test
    void noListShowsWhatCannotBeOpened() {
        Talk secret = town.secretCase();
        Talk waiting = town.waiting(Town.SECRET);
        List<Route> lists = Route.listed().stream()
                .filter(route -> route.reads() && route.isCallable() && !route.hasId()
                        && route.path().matches("/(desk|api/desk)(/.*)?")
                        && !route.path().endsWith("/events"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(8);
        for (Principal who : List.of(town.member("annan", List.of("allmant", "socialjour"), StaffRole.AGENT),
                town.member("ingen", List.of(), StaffRole.AGENT),
                town.member("chef", List.of(), StaffRole.SUPERVISOR),
                town.member("bygg", List.of("bygglov"), StaffRole.AGENT, StaffRole.SUPERVISOR))) {
            assertThat(town.caller.get(Town.page(secret), who).status()).as("get, " + who).isEqualTo(404);
            for (Route list : lists) {
                for (String query : List.of("", "?ord=" + Town.SECRETS.getFirst(), "?ko=" + Town.SECRET,
                        "?lage=WITH_AGENT", "?handlaggare=" + town.sara())) {
                    assertThat(town.caller.get(list.path() + query, who).body()
                            .replace("?ord=" + Town.SECRETS.getFirst(), "")
                            .replace("value=\"" + Town.SECRETS.getFirst(), ""))
                            .as("%s%s, %s", list, query, who)
                            .doesNotContain(secret.id(), waiting.id(), Town.SECRETS.get(1),
                                    Town.SECRETS.get(2));
                }
            }
        }
        Principal hers = town.member("socialsekreterare", List.of(Town.SECRET), StaffRole.AGENT);
        assertThat(town.caller.get("/desk", hers).body()).as("the lists are not simply empty")
                .contains(waiting.id());
    }
}
