package se.lotsen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class SentencesTests {

    @Test
    void cutsAfterFullStopsQuestionsAndExclamations() {
        assertThat(Sentences.of("Simhallen är öppen. Får jag ta med barn? Ja! Välkommen."))
                .containsExactly("Simhallen är öppen.", "Får jag ta med barn?", "Ja!", "Välkommen.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vi öppnar kl. 8.00 på måndag.", "Ta med t.ex. Hamnviks karta.",
            "Det gäller bl.a. Stensbro och Rosdal.", "Lämna in senast den 1. maj varje år.",
            "Avgiften är 1 250,50 kronor per m2.", "Ring tel. 031-390 06 00 för besked.",
            "Öppet 8.00–16.30, fredag 8.00–15.00.", "Plats för ca. 20 barn.",
            "Enligt 4 kap. 2 § gäller detta.",
            "Från och med (fr.o.m. Valborg) är det stängt.",
            "Det kostar max. 500 kronor, dvs. Ingen avgift alls."})
    void doesNotCutWithin(String sentence) {
        assertThat(Sentences.of(sentence)).containsExactly(sentence);
    }

    @Test
    void cutsAfterANumberThatEndsASentence() {
        assertThat(
                Sentences.of("Ring 112. Vänta sedan på ambulansen. Besöket kostar 50 kr. Betala med kort."))
                .containsExactly("Ring 112.", "Vänta sedan på ambulansen.", "Besöket kostar 50 kr.",
                        "Betala med kort.");
    }

    @Test
    void blankTextHasNoSentences() {
        assertThat(Sentences.of("")).isEmpty();
        assertThat(Sentences.of(" \n\t ")).isEmpty();
    }

    @Test
    void losesNoCharacterButSpaceAtTheBorders() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        for (int i = 0; i < 500; i++) {
            String text = texts.anything(60);
            List<String> sentences = Sentences.of(text);
            assertThat(sentences).as("%s: %s", random, text).allMatch(sentence -> !sentence.isBlank());
            assertThat(withoutSpace(sentences.stream().collect(Collectors.joining())))
                    .as("%s", random).isEqualTo(withoutSpace(text));
        }
    }

    private static String withoutSpace(String text) {
        return text.codePoints().filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
