package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class SwedishAnalysisTests {

    @ParameterizedTest
    @CsvSource({"öppettider, oppettider", "ÖPPETTIDER, oppettid", "förskolor, forskola",
            "Förskolor, förskola",
            "idéer, ideer", "ANSÖKAN, ansökan", "avgifter, avgiften"})
    void readsBothFormsAsOneStem(String one, String other) {
        assertThat(tokens(SwedishAnalysis.STEMS, one)).isEqualTo(tokens(SwedishAnalysis.STEMS, other))
                .hasSize(1);
    }

    @Test
    void foldsAfterStemmingSoThatSwedishEndingsAreKnown() {
        assertThat(tokens(SwedishAnalysis.STEMS, "håller hallen")).containsExactly("hall", "hall");
        assertThat(tokens(SwedishAnalysis.WORDS, "Håller Hallen")).containsExactly("haller", "hallen");
    }

    @Test
    void leavesOutWordsThatEveryQuestionHas() {
        for (Analyzer analyzer : List.of(SwedishAnalysis.STEMS, SwedishAnalysis.WORDS,
                SwedishAnalysis.GRAMS)) {
            assertThat(tokens(analyzer, "och att det som jag")).isEmpty();
        }
    }

    @Test
    void numbersAndMixedWordsStay() {
        assertThat(tokens(SwedishAnalysis.WORDS, "112 1177 p-bot 2026 SFI")).containsExactly("112", "1177",
                "p",
                "bot", "2026", "sfi");
    }

    @Test
    void gramsAreTheWordsPartsOfFourLettersAndTheWordItself() {
        assertThat(SwedishAnalysis.grams("bygglov")).containsExactly("bygg", "yggl", "gglo", "glov",
                "bygglov");
        assertThat(SwedishAnalysis.grams("sopa")).containsExactly("sopa");
        assertThat(SwedishAnalysis.grams("sop")).containsExactly("sop");
    }

    @Test
    void gramsOfAQuestionAreThoseThatLuceneIndexes() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int i = 0; i < 2_000; i++) {
            String text = i % 4 == 0 ? texts.anything(30) : texts.word();
            List<String> ours = new ArrayList<>();
            tokens(SwedishAnalysis.WORDS, text).forEach(word -> ours.addAll(SwedishAnalysis.grams(word)));
            assertThat(ours).as("%s: %s", random, text)
                    .containsExactlyInAnyOrderElementsOf(tokens(SwedishAnalysis.GRAMS, text));
        }
    }

    @Test
    void noTextBreaksTheAnalysis() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int i = 0; i < 2_000; i++) {
            String text = texts.anything(80);
            assertThatCode(() -> {
                tokens(SwedishAnalysis.STEMS, text);
                tokens(SwedishAnalysis.GRAMS, text);
            }).as("%s: %s", random, text).doesNotThrowAnyException();
        }
        assertThatCode(() -> tokens(SwedishAnalysis.GRAMS, "å".repeat(1_000_000))).doesNotThrowAnyException();
    }

    @Test
    void synonymsStandBesideTheCitizensOwnWordsOnTheirStems() throws ParseException {
        Analyzer analyzer = SwedishAnalysis.stemsWithSynonyms("tipp, återvinningscentral\n");
        List<String> own = new ArrayList<>();
        List<String> added = new ArrayList<>();
        SwedishAnalysis.tokens(analyzer, "när öppnar tippen",
                (token, synonym) -> (synonym ? added : own).add(token));
        assertThat(own).containsExactlyElementsOf(tokens(SwedishAnalysis.STEMS, "när öppnar tippen"));
        assertThat(added).containsExactlyElementsOf(tokens(SwedishAnalysis.STEMS, "återvinningscentral"));
    }

    @Test
    void anEmptyListOfSynonymsChangesNothing() throws ParseException {
        assertThat(tokens(SwedishAnalysis.stemsWithSynonyms("# inget\n"), "tippen"))
                .isEqualTo(tokens(SwedishAnalysis.STEMS, "tippen"));
    }

    @Test
    void aBrokenListIsRefused() {
        assertThatThrownBy(() -> SwedishAnalysis.stemsWithSynonyms("a => b => c\n"))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void tokensAreCounted() {
        assertThat(SwedishAnalysis.counts(SwedishAnalysis.STEMS, "avgift, avgifter och avgiften för barn"))
                .containsEntry("avgift", 3).containsEntry("barn", 1);
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        SwedishAnalysis.tokens(analyzer, text, (token, synonym) -> tokens.add(token));
        return tokens;
    }
}
