package se.lotsen.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import se.lotsen.records.ReleasePart.Kind;
import se.lotsen.records.Redactions.Redacted;
import se.lotsen.testing.SeededRandom;

class RedactionsTests {
    private static final Instant AT = Instant.parse("2026-11-24T09:00:00Z");
    private static final List<ReleasePart> PARTS = List.of(
            new ReleasePart(1, Kind.CITIZEN, AT, "",
                    ReleaseParts.sentences("Hej! Åsa bor på Storgatan 1. Tack.")),
            new ReleasePart(2, Kind.AGENT, AT, "Anna Ek", List.of("Hej åsa, Anna Ek här.")));

    @Test
    void sentencesTogetherAreTheText() {
        for (String text : List.of("", "En.", "Hej! Vad kostar det? 3,5 kr t.ex. idag.\n\nTack  ", "…",
                "a\nb")) {
            assertThat(String.join("", ReleaseParts.sentences(text))).isEqualTo(text);
        }
    }

    @Test
    void wordsGoWhereverTheyStandWholeInWhateverCase() {
        Redacted copy = new Redactions(Set.of(), Set.of(), List.of("Åsa", "storgatan  1", "anna ek"), "")
                .of(PARTS, "X");
        assertThat(copy.parts()).extracting(ReleasePart::text)
                .containsExactly("Hej! X bor på X. Tack.", "Hej X, X här.");
        assertThat(copy.parts().get(1).who()).isEqualTo("X");
        assertThat(copy.redactions()).extracting(Redactions.Redaction::code).containsExactly("1:WORDS:2",
                "2:WORDS:3");
        assertThat(new Redactions(Set.of(), Set.of(), List.of("orgatan", "(.*)"), "").of(PARTS, "X").parts())
                .as("no part of a word, and no pattern").isEqualTo(PARTS);
    }

    @Test
    void aSentenceAndAWholePartGoAndTheirNeighboursStay() {
        Redacted copy = new Redactions(Set.of(2), Set.of("1.2", "9.9"), List.of(), "").of(PARTS, "X");
        assertThat(copy.parts()).extracting(ReleasePart::text).containsExactly("Hej! X Tack.", "X");
        assertThat(copy.parts().get(1).who()).isEqualTo("X");
        assertThat(copy.redactions()).extracting(Redactions.Redaction::code).containsExactly("1:SENTENCE:2",
                "2:PART:0");
    }

    @Test
    void noMaskedWordIsLeftInAnyRandomText() {
        SeededRandom random = new SeededRandom();
        List<String> words = List.of("åsa", "Bertil", "i", "Storgatan", "070", "de", "Östra vägen", "x-ray");
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.below(12); k >= 0; k--) {
                text.append(random.oneOf(words))
                        .append(random.oneOf(List.of(" ", ". ", "\n", ", ", "  ", "! ")));
            }
            String hidden = random.oneOf(words);
            ReleasePart part = new ReleasePart(1, Kind.CITIZEN, AT, "",
                    ReleaseParts.sentences(text.toString()));
            String left = new Redactions(Set.of(), Set.of(), List.of(hidden), "").of(List.of(part), "█")
                    .parts()
                    .getFirst().text();
            List<String> still = new ArrayList<>(List.of(left.split("[^\\p{L}\\p{N}-]+")));
            if (!hidden.contains(" ")) {
                assertThat(still).as("%s in %s, %s", hidden, text, random).doesNotContain(hidden);
            }
            assertThat(left.replace("█", hidden).replaceAll("\\s+", " "))
                    .as("nothing else is touched, %s", random)
                    .isEqualToIgnoringCase(text.toString().replaceAll("\\s+", " "));
        }
    }

    @Test
    void aFormGivesMarksAndLeavesOutWhatIsNone() {
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.addAll("del", List.of("2", "x", "99999999999"));
        fields.addAll("mening", List.of("1.2", "1", "1.2.3"));
        fields.addAll("namn", List.of("Anna Ek"));
        fields.add("ord", "Åsa\r\n\r\n x \nStorgatan 1\nAnna Ek");
        assertThat(new RecordsForm(fields).redactions("OSL")).isEqualTo(
                new Redactions(Set.of(2), Set.of("1.2"), List.of("Anna Ek", "Åsa", "Storgatan 1"), "OSL"));
    }
}
