package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each figure says, on pages small enough to see why. */
class ClosenessTests {
    private static final IndexedPage POOL = page("simhall", "Simhallen har bastu och café.",
            "får barn bada gratis", "när öppnar simhallen");
    private static final IndexedPage LIBRARY = page("bibliotek", "Biblioteket lånar ut böcker och filmer.",
            "får barn låna böcker");

    @Test
    void theQuestionOfAPageIsItsPhrasingWhateverTheOrder() {
        Closeness same = closeness("Får barn bada gratis?", POOL, LIBRARY);
        assertThat(same.phrasing()).isEqualTo(1);
        assertThat(same.phrasingLead()).isGreaterThan(0.3);
        assertThat(closeness("gratis bada barn", POOL, LIBRARY).phrasing()).isEqualTo(1);
        assertThat(closeness("bada i havet på sommaren", POOL, LIBRARY).phrasing()).isBetween(0.05, 0.7);
    }

    @Test
    void wordsThatThePageDoesNotKnowAreStrange() {
        assertThat(closeness("barn bada", POOL, LIBRARY).strangeWords()).isZero();
        Closeness strange = closeness("bada elefanter", POOL, LIBRARY);
        assertThat(strange.strangeWords()).isEqualTo(1);
        assertThat(strange.strangeWeight()).isGreaterThan(0.5);
    }

    @Test
    void aWordOfThePagesQuestionsIsNotStrangeButDoesNotStandInItsText() {
        Closeness closeness = closeness("gratis", POOL, LIBRARY);
        assertThat(closeness.strangeWeight()).isZero();
        assertThat(closeness.textCoverage()).isLessThan(0.5);
        assertThat(closeness("bastu", POOL, LIBRARY).textCoverage()).isEqualTo(1);
    }

    @Test
    void aPageWithTheSameTextIsNoRival() {
        IndexedPage again = page("kopia", "Simhallen har bastu och café.");
        IndexedPage original = page("original", "Simhallen har bastu och café.");
        Closeness alone = closeness("bastu café", original, LIBRARY);
        Closeness twice = closeness("bastu café", original, again, LIBRARY);
        assertThat(twice.nearRivals()).isZero();
        assertThat(twice.lead()).isGreaterThan(0.9).isLessThanOrEqualTo(alone.lead() + 0.1);
    }

    @Test
    void aSiblingThatSaysTheSameWordsIsARival() {
        IndexedPage sibling = page("b",
                "Bastu och café har gästhamnen, intill bryggan.");
        Closeness closeness = closeness("bastu café",
                page("a", "Bastu och café har simhallen, bredvid gymmet."),
                sibling);
        assertThat(closeness.nearRivals()).isEqualTo(1);
        assertThat(closeness.lead()).isLessThan(0.7);
        assertThat(closeness.sentenceLead()).isZero();
    }

    @Test
    void questionsAgreeOnlyWhenTheyNameTheSamePage() {
        assertThat(closeness("får barn bada gratis", POOL, LIBRARY).questionsAgree()).isEqualTo(1);
        assertThat(closeness("bastu", POOL, LIBRARY).questionsAgree()).isZero();
    }

    private static Closeness closeness(String question, IndexedPage... pages) {
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(List.of(pages));
            return index.retrieve(question).evidence().closeness();
        }
    }

    private static IndexedPage page(String id, String text, String... questions) {
        return new IndexedPage(id, id, List.of(questions), List.of(aPassage(id).paragraph(text).build()));
    }
}
