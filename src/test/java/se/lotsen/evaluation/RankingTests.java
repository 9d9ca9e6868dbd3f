package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.evaluation.BeirEvaluation.Ranking;

/** Figures worked out by hand: discounts are 1, 0.6309, 0.5, 0.4307, 0.3869 for ranks one to five. */
class RankingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # found    | right | hit@1 | hit@3 | mrr    | ndcg   | recall
            a b c      | a     | 1     | 1     | 1      | 1      | 1
            a b c      | b     | 0     | 1     | 0.5    | 0.6309 | 1
            a b c      | c     | 0     | 1     | 0.3333 | 0.5    | 1
            a b c d    | d     | 0     | 0     | 0.25   | 0.4307 | 1
            a b c      | x     | 0     | 0     | 0      | 0      | 0
            a b c      | a b   | 1     | 1     | 1      | 1      | 1
            a b c      | a c   | 1     | 1     | 1      | 0.9197 | 1
            a b c      | b c   | 0     | 1     | 0.5    | 0.6934 | 1
            a b c      | a x   | 1     | 1     | 1      | 0.6131 | 0.5
            a b c d e  | b e x | 0     | 1     | 0.5    | 0.4776 | 0.6667
            ''         | a     | 0     | 0     | 0      | 0      | 0
            a b        | ''    | 0     | 0     | 0      | 0      | 0
            """)
    void figuresAreThoseOfTheTable(String found, String right, double hit1, double hit3, double mrr,
            double ndcg,
            double recall) {
        Ranking ranking = new Ranking(ids(found), Set.copyOf(ids(right)));
        assertThat(ranking.hit(1)).isEqualTo(hit1);
        assertThat(ranking.hit(3)).isEqualTo(hit3);
        assertThat(ranking.reciprocalRank()).isCloseTo(mrr, within(5e-5));
        assertThat(ranking.ndcg()).isCloseTo(ndcg, within(5e-5));
        assertThat(ranking.recall()).isCloseTo(recall, within(5e-5));
    }

    @Test
    void theBestPossibleOrderOfMoreThanTenCountsAsOne() {
        List<String> ten = ids("a b c d e f g h i j");
        Ranking ranking = new Ranking(ten, Set.copyOf(ids("a b c d e f g h i j k l")));
        assertThat(ranking.ndcg()).isCloseTo(1, within(1e-12));
        assertThat(ranking.recall()).isCloseTo(10.0 / 12, within(1e-12));
    }

    private static List<String> ids(String words) {
        return Arrays.stream(words.split(" ")).filter(id -> !id.isEmpty()).collect(Collectors.toList());
    }
}
