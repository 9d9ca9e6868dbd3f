package se.lotsen.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.editor.WordDiff.Kind;
import se.lotsen.editor.WordDiff.Piece;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

/** What changed between two texts. */
class WordDiffTests {

    private static String joined(List<Piece> pieces, Set<Kind> kinds) {
        return pieces.stream().filter(piece -> kinds.contains(piece.kind())).map(Piece::text)
                .collect(Collectors.joining());
    }

    private static void assertWhole(String before, String after, Object seed) {
        List<Piece> pieces = WordDiff.of(before, after);
        assertThat(joined(pieces, EnumSet.of(Kind.SAME, Kind.SKIPPED, Kind.REMOVED))).as("before: %s", seed)
                .isEqualTo(before);
        assertThat(joined(pieces, EnumSet.of(Kind.SAME, Kind.SKIPPED, Kind.ADDED))).as("after: %s", seed)
                .isEqualTo(after);
        assertThat(WordDiff.isEmpty(pieces)).as("%s", seed).isEqualTo(before.equals(after));
        assertThat(pieces).as("%s", seed).noneMatch(piece -> piece.text().isEmpty());
    }

    @Test
    void theWordThatChangedIsShownAlone() {
        assertThat(WordDiff.of("Det kostar 1 800 kronor.", "Det kostar 1 850 kronor.")).containsExactly(
                new Piece(Kind.SAME, "Det kostar 1 "), new Piece(Kind.REMOVED, "800"),
                new Piece(Kind.ADDED, "850"), new Piece(Kind.SAME, " kronor."));
    }

    @Test
    void aLongStretchThatIsTheSameIsLeftOutButForWordsAroundTheChange() {
        String same = "ord ".repeat(200);
        List<Piece> pieces = WordDiff.of(same + "gammalt " + same, same + "nytt " + same);
        assertThat(pieces).extracting(Piece::kind).containsExactly(Kind.SKIPPED, Kind.SAME, Kind.REMOVED,
                Kind.ADDED, Kind.SAME, Kind.SKIPPED);
        assertThat(WordDiff.of(same, same)).extracting(Piece::kind).containsExactly(Kind.SKIPPED);
        assertThat(WordDiff.of(same, "Först " + same)).extracting(Piece::kind).containsExactly(Kind.ADDED,
                Kind.SAME, Kind.SKIPPED);
    }

    @Test
    void textsAreJoinedAgainFromTheirPieces() {
        assertWhole("", "", "");
        assertWhole("", "ny", "");
        assertWhole("gammal", "", "");
        assertWhole("a\r\nb\r\n", "a\nb\n", "");
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int round = 0; round < 500; round++) {
            List<String> words = new ArrayList<>();
            for (int left = random.below(random.below(4) == 0 ? 400 : 20); left > 0; left--) {
                words.add(random.below(5) == 0 ? texts.anything(3) : texts.word());
            }
            String before = String.join(" ", words);
            for (int changes = random.below(4); changes > 0 && !words.isEmpty(); changes--) {
                int at = random.below(words.size());
                switch (random.below(3)) {
                    case 0 -> words.remove(at);
                    case 1 -> words.set(at, texts.word());
                    default -> words.add(at, texts.anything(4));
                }
            }
            assertWhole(before, String.join(" ", words), random + " round " + round);
        }
    }
}
