package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParseException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import se.lotsen.retrieval.AnalysedQuestion.Word;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class AnalysedQuestionTests {

    @Test
    void eachWordKeepsItsFoldedFormBesideItsStem() {
        AnalysedQuestion question = AnalysedQuestion.of("Öppettider för simhallen?", SwedishAnalysis.STEMS);
        assertThat(question.words()).containsExactly(new Word("oppettider", "oppettid"),
                new Word("simhallen", "simhall"));
        assertThat(question.synonyms()).isEmpty();
    }

    @Test
    void repeatedWordsAreCounted() {
        AnalysedQuestion question = AnalysedQuestion.of("avgift avgiften sopor", SwedishAnalysis.STEMS);
        assertThat(question.stems()).containsEntry("avgift", 2.0).hasSize(2);
        assertThat(question.grams()).containsEntry("avgi", 2.0);
    }

    @Test
    void aSynonymThatTheCitizenSaidIsNoSynonym() throws ParseException {
        Analyzer synonyms = SwedishAnalysis.stemsWithSynonyms("tipp, soptipp, återvinningscentral\n");
        AnalysedQuestion question = AnalysedQuestion.of("tippen eller soptippen", synonyms);
        assertThat(question.synonyms()).containsExactly("atervinningscentral");
    }

    @Test
    void cutsOffWhatIsTooLongToMeanMore() {
        String words = "sopkärl ".repeat(200);
        assertThat(AnalysedQuestion.of(words, SwedishAnalysis.STEMS).words()).hasSize(48);
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        String different = texts.sentence(60);
        assertThat(AnalysedQuestion.of(different, SwedishAnalysis.STEMS).grams()).as("%s", random)
                .hasSizeLessThanOrEqualTo(96);
    }

    @Test
    void aQuestionOfNothingHasNoWords() {
        for (String nothing : List.of("", " ", "?!", "och att det", "👍")) {
            AnalysedQuestion question = AnalysedQuestion.of(nothing, SwedishAnalysis.STEMS);
            assertThat(question.grams().keySet()).as(nothing)
                    .allMatch(
                            gram -> question.words().stream().anyMatch(word -> word.folded().contains(gram)));
            assertThat(question.words()).as(nothing).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void wordsAndStemsStayInStepWhateverIsTyped() throws ParseException {
        Analyzer synonyms = SwedishAnalysis
                .stemsWithSynonyms("dagmamma, pedagogisk omsorg\nförskola, dagis, barnens hus\nvatten, va\n");
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int i = 0; i < 1_000; i++) {
            String text = i % 2 == 0
                    ? texts.anything(40)
                    : texts.question() + " pedagogisk " + texts.question() + " pedagogisk omsorg";
            List<Word> plain = AnalysedQuestion.of(text, SwedishAnalysis.STEMS).words();
            assertThat(AnalysedQuestion.of(text, synonyms).words()).as("%s: %s", random, text)
                    .isEqualTo(plain);
        }
    }
}
