package se.lotsen.grounding;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Passage;
import se.lotsen.testing.KnowledgeFiles;

@Execution(ExecutionMode.CONCURRENT)
class DisagreementTests {

    @Test
    void exactlyTheTwoPairsOfSamplePagesThatContradictEachOtherAreReported() {
        List<Passage> passages = new ArrayList<>();
        Library.read(KnowledgeFiles.shipped()).pages().values()
                .forEach(page -> passages.addAll(page.passages()));
        TreeSet<String> pairs = new TreeSet<>();
        for (int one = 0; one < passages.size(); one++) {
            for (int other = one + 1; other < passages.size(); other++) {
                Passage first = passages.get(one);
                Passage second = passages.get(other);
                Disagreement.between(first, second)
                        .ifPresent(found -> pairs.add(first.page() + "/" + second.page()));
            }
        }
        assertThat(pairs).containsExactly("badplatser/hundar-vid-badplatser", "batplats-avgift/gasthamn");
    }

    @Test
    void theTwoValuesAreNamed() {
        Passage one = aPassage("hamnen").paragraph("Gästplats i hamnen kostar 250 kronor per dygn.").build();
        Passage other = aPassage("båtliv")
                .paragraph("Gästplats i hamnen kostar 320 kronor per dygn, året om.").build();
        Disagreement found = Disagreement.between(one, other).orElseThrow();
        assertThat(found.firstValue()).isEqualTo("250 kronor");
        assertThat(found.secondValue()).isEqualTo("320 kronor");
        assertThat(found.kind()).isEqualTo(Grounding.Kind.AMOUNT);
    }

    @Test
    void theSameValueInAnotherFormIsNoDisagreement() {
        Passage one = aPassage("hamnen").paragraph("Gästplats i hamnen kostar 1 250 kronor per vecka.")
                .build();
        Passage other = aPassage("båtliv").paragraph("Gästplats i hamnen kostar 1250 kr per vecka.").build();
        assertThat(Disagreement.between(one, other)).isEqualTo(Optional.empty());
    }

    @Test
    void onePageNeverDisagreesWithItself() {
        Passage one = aPassage("hamnen").paragraph("Gästplats i hamnen kostar 250 kronor per dygn.").build();
        Passage other = aPassage("hamnen").under("Pris")
                .paragraph("Gästplats i hamnen kostar 320 kronor per dygn.")
                .build();
        assertThat(Disagreement.between(one, other)).isEqualTo(Optional.empty());
    }

    @Test
    void openingHoursOfOneThingDisagree() {
        Passage one = aPassage("simhallen").paragraph("Simhallen har öppet lördag 10.00–17.00 hela hösten.")
                .build();
        Passage other = aPassage("motion").paragraph("Simhallen har öppet lördag 9.00–17.00 hela hösten.")
                .build();
        assertThat(Disagreement.between(one, other)).isPresent();
    }
}
