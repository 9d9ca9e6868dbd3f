package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditDistanceTests {
    private static final long SEED = Long.getLong("lotsen.seed", 1);
    private static final String LETTERS = "aber";

    private final Random random = new Random(SEED);

    @Test
    void aWordIsASlipWhenAndOnlyWhenAllItsSlipsTogetherAreFewEnough() {
        int slips = 0;
        for (int i = 0; i < 20_000; i++) {
            String word = word(5 + random.nextInt(8));
            String typed = word.charAt(0) + changed(word.substring(1), random.nextInt(6));
            boolean few = slips(word, typed, word.length(), typed.length()) <= EditDistance
                    .allowed(word.length());
            assertThat(EditDistance.isSlip(word, false, typed)).as("seed %d: %s, %s", SEED, word, typed)
                    .isEqualTo(few);
            slips += few ? 1 : 0;
        }
        assertThat(slips).isBetween(5_000, 15_000);
    }

    @Test
    void everyWordThatMayBeMeantIsACandidate() {
        List<Term> terms = new ArrayList<>();
        Lexicon lexicon = new Lexicon(terms);
        for (int i = 0; i < 5_000; i++) {
            terms.add(Term.of(PolicyLanguage.SV, word(5 + random.nextInt(8)), false));
            lexicon.add(i, terms.get(i));
        }
        for (int i = 0; i < terms.size(); i++) {
            String word = terms.get(i).form();
            String typed = word.charAt(0)
                    + changed(word.substring(1), EditDistance.allowed(word.length()));
            assertThat(lexicon.candidates(typed).get(i)).as("seed %d: %s, %s", SEED, word, typed).isTrue();
        }
    }

    @Test
    void aWordIsFoundByItsLettersAndAStemByItsBeginning() {
        List<Term> terms = List.of(Term.of(PolicyLanguage.SV, "hot", true),
                Term.of(PolicyLanguage.SV, "hota", false),
                Term.of(PolicyLanguage.SV, "hotar", false));
        Lexicon lexicon = new Lexicon(terms);
        for (int i = 0; i < terms.size(); i++) {
            lexicon.add(i, terms.get(i));
        }
        BitSet found = new BitSet();
        lexicon.exact("hotar", found);
        assertThat(found.stream()).containsExactly(0, 2);
        assertThat(lexicon.hasWord("xhotax", 1, 5)).isTrue();
        assertThat(lexicon.hasWord("xhotax", 1, 4)).isFalse();
    }

    /** The rule as it is written, all pairs of beginnings tried. */
    private static int slips(String word, String typed, int i, int j) {
        int[][] slips = new int[i + 1][j + 1];
        for (int a = 0; a <= i; a++) {
            for (int b = 0; b <= j; b++) {
                if (a == 0 || b == 0) {
                    slips[a][b] = a + b;
                    continue;
                }
                boolean same = word.charAt(a - 1) == typed.charAt(b - 1);
                slips[a][b] = Math.min(slips[a - 1][b - 1] + (same ? 0 : 1),
                        1 + Math.min(slips[a - 1][b], slips[a][b - 1]));
                if (a > 1 && b > 1 && word.charAt(a - 1) == typed.charAt(b - 2)
                        && word.charAt(a - 2) == typed.charAt(b - 1)) {
                    slips[a][b] = Math.min(slips[a][b], slips[a - 2][b - 2] + 1);
                }
            }
        }
        return slips[i][j];
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letter());
        }
        return word.toString();
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private String changed(String word, int slips) {
        StringBuilder changed = new StringBuilder(word);
        for (int i = 0; i < slips && changed.length() > 1; i++) {
            int at = random.nextInt(changed.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, letter());
                case 2 -> changed.setCharAt(at, letter());
                default -> changed.insert(at + 2, changed.charAt(at)).deleteCharAt(at);
            }
        }
        return changed.toString();
    }
}
