package se.lotsen.languagemodel.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.lotsen.languagemodel.written.SentenceStream.Cited;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class SentenceStreamTests {
    private final SeededRandom random = new SeededRandom();

    @Test
    void aSentenceIsGivenOutWithItsCitationsLastSign() {
        SentenceStream stream = new SentenceStream();
        assertThat(stream.add("Det kostar {BELOPP1}. [")).isEmpty();
        assertThat(stream.add("2")).isEmpty();
        assertThat(stream.add("]")).containsExactly(new Cited("Det kostar {BELOPP1}.", List.of(2)));
        assertThat(stream.end()).isEmpty();
    }

    @Test
    void aCitationMayStandBeforeTheFullStop() {
        assertThat(whole("Det kostar 40 kronor [1]. Du betalar i förväg [2].")).containsExactly(
                new Cited("Det kostar 40 kronor.", List.of(1)),
                new Cited("Du betalar i förväg.", List.of(2)));
        assertThat(whole("Vad gäller [1]? Fråga oss [2]!")).extracting(Cited::cited)
                .containsExactly(List.of(1), List.of(2));
    }

    @Test
    void twoCitationsBelongToOneSentence() {
        for (String text : List.of("Det är öppet. [1, 2]", "Det är öppet. [ 1 ; 2 ]", "Det är öppet [1][2].",
                "Det är öppet [1] [2].")) {
            assertThat(whole(text)).as(text).containsExactly(new Cited("Det är öppet.", List.of(1, 2)));
        }
    }

    @Test
    void aSecondCitationBehindTheFullStopTakesNothingFromTheNextSentence() {
        assertThat(whole("Det är öppet. [1][2] Ring oss. [3]")).containsExactly(
                new Cited("Det är öppet.", List.of(1)), new Cited("Ring oss.", List.of(3)));
    }

    @Test
    void aCitationInTheMiddleDoesNotEndTheSentence() {
        for (String rest : List.of("för barn", "15 kvadratmeter", "{BELOPP1}", "(utan moms)", ", för barn",
                ": en ritning", "% av avgiften")) {
            assertThat(whole("Det gäller [1] " + rest + ". [2]")).as(rest).singleElement()
                    .satisfies(one -> {
                        assertThat(one.text()).endsWith(rest + ".").doesNotContain("[");
                        assertThat(one.cited()).containsExactly(2);
                    });
        }
    }

    @Test
    void sentencesBeforeOneCitationShareIt() {
        assertThat(whole("Ring oss. Vi svarar kl. 8.00, t.ex. på måndagar. [3]")).containsExactly(
                new Cited("Ring oss.", List.of(3)),
                new Cited("Vi svarar kl. 8.00, t.ex. på måndagar.", List.of(3)));
    }

    @Test
    void linesOfAListAreSentencesOfTheirOwn() {
        assertThat(whole("Du behöver:\n- en ritning [1]\n* en karta [2]\n1. Fyll i blanketten. [1]\n"
                + "2) Skicka den. [1]")).extracting(Cited::text)
                .containsExactly("Du behöver:", "en ritning.", "en karta.", "Fyll i blanketten.",
                        "Skicka den.");
    }

    @Test
    void whatEndsWithoutACitationHasNone() {
        assertThat(whole("Det kostar 40 kronor. [1] Ring oss gärna.")).containsExactly(
                new Cited("Det kostar 40 kronor.", List.of(1)), new Cited("Ring oss gärna.", List.of()));
        assertThat(whole("INGET SVAR")).containsExactly(new Cited("INGET SVAR", List.of()));
    }

    @Test
    void aLoneFullStopOrCitationIsNoSentence() {
        for (String text : List.of("", " ", "\n", ".", "[1]", "[1].", " . [1] . [2] .", "Ett [1].\n", "!?")) {
            assertThat(whole(text)).as(text).hasSizeLessThanOrEqualTo(text.startsWith("Ett") ? 1 : 0);
        }
    }

    @Test
    void numbersOutsideThePassagesAreReadAndJudgedByWhoeverKnowsThem() {
        assertThat(whole("Noll. [0]")).containsExactly(new Cited("Noll.", List.of(0)));
        assertThat(whole("Många. [999]")).containsExactly(new Cited("Många.", List.of(999)));
        assertThat(whole("För många. [1000]")).extracting(Cited::cited).containsExactly(List.of());
    }

    @Test
    void wordsInBracketsAreNoCitation() {
        assertThat(whole("Skicka [personnummer] till oss. [1]"))
                .containsExactly(new Cited("Skicka [personnummer] till oss.", List.of(1)));
    }

    @Test
    void anyLettersComeThroughUnchanged() {
        String text = "Välkommen – Ä\u0308lvängen 👩‍👩‍👧‍👦 مرحبا «ćž»!";
        assertThat(whole(text + " [1]")).containsExactly(new Cited(text, List.of(1)));
    }

    @Test
    void longTextWithoutACitationIsGivenUpInPieces() {
        SentenceStream stream = new SentenceStream();
        List<Cited> given = new ArrayList<>();
        int most = 0;
        int held = 0;
        for (int i = 0; i < 1_000; i++) {
            List<Cited> now = stream.add("utan slut  ".substring(0, 10));
            held = now.isEmpty() ? held + 10 : 0;
            most = Math.max(most, held);
            given.addAll(now);
        }
        given.addAll(stream.end());
        assertThat(most).as("characters held back").isLessThan(1_000);
        assertThat(given).hasSizeGreaterThan(9).allSatisfy(one -> assertThat(one.cited()).isEmpty());
    }

    @Test
    void aPairOfSurrogatesIsNeverCutInTwo() {
        for (int before = 0; before < 2; before++) {
            assertThat(whole("x".repeat(before) + "😀".repeat(600)))
                    .allSatisfy(one -> assertThat(one.text().codePoints())
                            .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
        }
    }

    @Test
    void howTheTextIsCutIntoPartsChangesNothing() {
        RandomText texts = new RandomText(random);
        for (int round = 0; round < 120; round++) {
            String text = answer(texts);
            List<Cited> once = whole(text);
            for (int cut = 0; cut < 4; cut++) {
                assertThat(inParts(text, round % 20 == cut ? 1 : random.between(2, 40)))
                        .as("%s: %s", random, text).isEqualTo(once);
            }
        }
    }

    /** Sentences with the citations that models write, good and bad ones. */
    private String answer(RandomText texts) {
        StringBuilder text = new StringBuilder();
        for (int left = random.between(1, 9); left > 0; left--) {
            String sentence = texts.sentence(random.between(1, 30));
            String cite = "[" + random.below(12) + random.oneOf(List.of("", "", ", 3", ";4", " , 5")) + "]";
            text.append(switch (random.below(8)) {
                case 0 -> sentence.substring(0, sentence.length() - 1) + " " + cite + ".";
                case 1 -> sentence;
                case 2 -> sentence.substring(0, sentence.length() - 1) + " " + cite + " som " + sentence
                        + cite;
                case 3 -> sentence + " " + cite + cite;
                case 4 -> "- " + sentence.substring(0, sentence.length() - 1) + " " + cite + "\n";
                case 5 -> texts.anything(60).replace("\u0000", "");
                case 6 -> "x".repeat(random.below(950)) + " " + cite;
                default -> sentence + " " + cite;
            }).append(random.oneOf(List.of("", " ", "\n", "  ")));
        }
        return text.toString();
    }

    private static List<Cited> whole(String text) {
        SentenceStream stream = new SentenceStream();
        List<Cited> all = new ArrayList<>(stream.add(text));
        all.addAll(stream.end());
        return all;
    }

    private List<Cited> inParts(String text, int longest) {
        SentenceStream stream = new SentenceStream();
        List<Cited> all = new ArrayList<>();
        for (int at = 0; at < text.length();) {
            int end = Math.min(text.length(), at + random.between(1, longest));
            all.addAll(stream.add(text.substring(at, end)));
            at = end;
        }
        all.addAll(stream.end());
        return all.stream().collect(Collectors.toList());
    }
}
