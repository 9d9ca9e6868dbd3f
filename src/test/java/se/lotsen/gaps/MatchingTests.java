package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A gap stays the same while questions come and go. */
class MatchingTests {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private final Turn a = turn();
    private final Turn b = turn();
    private final Turn c = turn();
    private final Turn d = turn();
    private final Map<Turn, UUID> known = new HashMap<>();

    private static Turn turn() {
        return new Turn(Asking.talk(), 1);
    }

    @Test
    void newQuestionsJoinTheGapThatTheyAreLike() {
        known.put(a, ONE);
        assertThat(Matching.of(List.of(Set.of(b), Set.of(a, c, d)), known)).containsExactly(Optional.empty(),
                Optional.of(ONE));
    }

    @Test
    void ofTwoThatGrowTogetherTheOneThatBringsMoreStays() {
        known.put(a, ONE);
        known.put(b, TWO);
        known.put(c, TWO);
        assertThat(Matching.of(List.of(Set.of(a, b, c)), known)).containsExactly(Optional.of(TWO));
    }

    @Test
    void whenOneFallsApartTheGreaterPartKeepsIt() {
        known.putAll(Map.of(a, ONE, b, ONE, c, ONE));
        assertThat(Matching.of(List.of(Set.of(a), Set.of(b, c)), known)).containsExactly(Optional.empty(),
                Optional.of(ONE));
    }

    @Test
    void eachGapIsGivenOnce() {
        known.putAll(Map.of(a, ONE, b, ONE, c, TWO));
        assertThat(Matching.of(List.of(Set.of(a), Set.of(b, c)), known)).doesNotHaveDuplicates()
                .containsExactly(Optional.of(ONE), Optional.of(TWO));
    }
}
