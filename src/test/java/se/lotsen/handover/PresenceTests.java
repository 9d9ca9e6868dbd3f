package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.testing.MovedClock;

class PresenceTests {
    private static final DeskAgent ANNA = new DeskAgent("a", "Anna", Set.of(), Set.of(), 3);
    private static final DeskAgent BO = new DeskAgent("b", "Bo", Set.of("bygglov"), Set.of("sv", "en"), 1);

    private final MovedClock clock = new MovedClock("2026-11-30T09:00:00Z");
    private final Presence presence = new Presence("socialtjanst"::equals, clock);

    @Test
    void aSecretQueueIsOnlyForThoseWhoListIt() {
        DeskAgent boss = new DeskAgent("c", "Chef", Set.of(), Set.of(), 3, Set.of("socialtjanst"));
        presence.seen(ANNA);
        assertThat(presence.taking("socialtjanst", "sv")).isEmpty();
        presence.seen(boss);
        assertThat(presence.taking("socialtjanst", "sv")).containsExactly(boss);
        assertThat(presence.taking("bygglov", "sv")).containsExactlyInAnyOrder(ANNA, boss);
    }

    @Test
    void whoeverTakesTheQueueAndTheLanguageIsFound() {
        presence.seen(ANNA);
        presence.seen(BO);
        assertThat(presence.taking("bygglov", "en")).containsExactlyInAnyOrder(ANNA, BO);
        assertThat(presence.taking("bygglov", "fi")).containsExactly(ANNA);
        assertThat(presence.taking("avfall", "sv")).containsExactly(ANNA);
    }

    @Test
    void aPausedAgentTakesNothingButIsThere() {
        presence.seen(ANNA);
        presence.pause("a", "lunch");
        presence.seen(ANNA);
        assertThat(presence.taking("avfall", "sv")).isEmpty();
        assertThat(presence.there()).containsExactly(ANNA);
        assertThat(presence.pauseOf("a")).contains("lunch");
        presence.resume("a");
        assertThat(presence.taking("avfall", "sv")).containsExactly(ANNA);
    }

    @Test
    void aSilentAgentIsGoneUntilForgotten() {
        presence.seen(ANNA);
        presence.seen(BO);
        clock.move(Presence.SILENCE);
        presence.seen(BO);
        assertThat(presence.gone()).isEmpty();
        clock.move(Duration.ofMillis(1));
        assertThat(presence.there()).containsExactly(BO);
        assertThat(presence.gone()).containsExactly("a");
        presence.forget("a");
        assertThat(presence.gone()).isEmpty();
    }

    @Test
    void whoeverComesBackIsNotForgotten() {
        presence.seen(ANNA);
        presence.departed(ANNA);
        assertThat(presence.there()).isEmpty();
        assertThat(presence.gone()).containsExactly("a");
        presence.seen(ANNA);
        presence.forget("a");
        assertThat(presence.there()).containsExactly(ANNA);
    }

    @Test
    void aPageCountsForLongUntilAScriptSpeaks() {
        presence.opened(ANNA);
        clock.move(Presence.PAGE_COUNTS);
        assertThat(presence.there()).containsExactly(ANNA);
        presence.seen(ANNA);
        presence.opened(ANNA);
        clock.move(Presence.SILENCE.plusMillis(1));
        assertThat(presence.there()).isEmpty();
    }

    @Test
    void whoeverLeavesIsNotGone() {
        presence.seen(ANNA);
        presence.left("a");
        clock.move(Presence.SILENCE.plusSeconds(1));
        assertThat(presence.gone()).isEmpty();
    }
}
