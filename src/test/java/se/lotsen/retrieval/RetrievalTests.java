package se.lotsen.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.PassageBuilder.aPassage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

class RetrievalTests {
    private static final PassageIndex INDEX = ShippedIndex.inMemory();

    @AfterAll
    static void closeTheIndex() {
        INDEX.close();
    }

    @Test
    void findsAPageByItsWordsFormsPartsAndMisspellings() {
        assertThat(List.of("Vad kostar bygglov?", "bygglovet", "bygg lov för altan", "byglov altan avgift"))
                .allSatisfy(question -> assertThat(first(question)).isEqualTo("bygglov"));
    }

    @Test
    void findsNothingForWordsThatNoPageKnows() {
        for (String question : List.of("", "?!", "och", "qqqqq", "😀", "\u0000")) {
            assertThat(INDEX.retrieve(question).pages()).as(question).isEmpty();
            assertThat(INDEX.retrieve(question).evidence()).isEqualTo(Evidence.NONE);
        }
    }

    @Test
    void evidenceStaysInItsRanges() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        INDEX.useSynonyms(new Synonyms("dagis, förskola\ntipp, återvinningscentral\n"));
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            String question = i % 5 == 0 ? texts.anything(40) : texts.question();
            Retrieval retrieval = INDEX.retrieve(question);
            String as = random + ": " + question;
            Evidence e = retrieval.evidence();
            for (double share : new double[]{e.boundShare(), e.runnerUp(), e.gramCoverage(),
                    e.focusCoverage(),
                    e.topShare()}) {
                assertThat(share).as(as).isBetween(0.0, 1.0);
            }
            assertThat(e.questionWeight()).as(as).isNotNegative();
            assertThat(e.foundWeight()).as(as).isBetween(0.0, e.questionWeight() + 1e-9);
            isInRange(e.closeness(), as);
            if (i % 10 == 0) {
                isRanked(retrieval, as);
            }
            found += retrieval.pages().isEmpty() ? 0 : 1;
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static void isInRange(Closeness c, String as) {
        for (double share : new double[]{c.lead(), c.strangeWeight(), c.textCoverage(), c.phrasing(),
                (c.sentenceLead() + 1) / 2, (c.phrasingLead() + 1) / 2, c.questionsAgree()}) {
            assertThat(share).as(as + c).isBetween(0.0, 1.0);
        }
        assertThat(c.nearRivals()).as(as).isBetween(0, 19);
        assertThat(c.strangeWords()).as(as).isNotNegative();
    }

    private static void isRanked(Retrieval retrieval, String as) {
        assertThat(retrieval.pages()).as(as).hasSizeLessThanOrEqualTo(20)
                .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(retrieval.pages()).extracting(Retrieval.RankedPage::page).as(as).doesNotHaveDuplicates();
        assertThat(retrieval.pages()).as(as).allMatch(page -> page.share() >= 0 && page.share() <= 1);
        if (!retrieval.pages().isEmpty()) {
            String first = retrieval.pages().getFirst().page();
            assertThat(retrieval.passagesOf(first)).as(as).isNotEmpty()
                    .first().isEqualTo(retrieval.passages().getFirst());
            assertThat(retrieval.digests()).as(as).containsKey(first);
            assertThat(retrieval.relevance().strengths("")).as(as).containsOnly(0.0);
            double[] held = retrieval.relevance().strengths(retrieval.passages().getFirst().passage().text());
            assertThat(held).as(as).hasSameSizeAs(retrieval.relevance().weights());
            assertThat(Arrays.stream(held).allMatch(share -> share >= 0 && share <= 1)).as(as).isTrue();
        }
    }

    @Test
    void aSynonymOfAnEditorFindsThePage() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(List.of(page("avfall", "Återvinningscentralen har öppet på lördag."),
                    page("skola", "Skolan är stängd på lördag.")));
            assertThat(index.retrieve("tippen").pages()).isEmpty();
            index.useSynonyms(new Synonyms("tipp, återvinningscentral\n"));
            assertThat(index.retrieve("tippen").pages()).extracting(Retrieval.RankedPage::page)
                    .containsExactly("avfall");
        }
    }

    @Test
    void aPageThatBeginsWithAHeadingIsFoundByItsQuestions() {
        try (PassageIndex index = PassageIndex.inMemory()) {
            index.update(List.of(new IndexedPage("simhall", "1", List.of("får man bada gratis"),
                    List.of(aPassage("simhall").under("Priser").paragraph("En biljett köper du i kassan.")
                            .build(),
                            aPassage("simhall").under("Öppet").paragraph("Alla dagar.").build()))));
            Retrieval retrieval = index.retrieve("bada gratis");
            assertThat(retrieval.pages()).extracting(Retrieval.RankedPage::page).containsExactly("simhall");
            assertThat(retrieval.passages().getFirst().passage().anchor()).isEqualTo("priser");
        }
    }

    @Test
    void relevanceTellsWhichWordsATextSpeaksOfAndHowFar() {
        Relevance relevance = INDEX.retrieve("avgift bygglov altan").relevance();

        assertThat(relevance.weights()).hasSize(3);
        assertThat(Arrays.stream(relevance.weights()).min().orElseThrow()).isPositive();
        assertThat(relevance.strengths("Avgiften för bygglov till en altan.")).containsExactly(1, 1, 1);
        assertThat(relevance.strengths("En altan.")).containsExactly(0, 0, 1);
        assertThat(relevance.strengths("Altanbygget.")[2]).isBetween(0.1, 0.6);
    }

    @Test
    void thePassageOfAnAnswerIsTheOneThatWasIndexed() {
        Retrieval retrieval = INDEX.retrieve("Vad kostar bygglovet?");
        Set<IndexedPage> pages = Set.copyOf(ShippedIndex.PAGES);
        assertThat(retrieval.passages()).isNotEmpty().allSatisfy(ranked -> assertThat(pages)
                .anyMatch(page -> page.passages().contains(ranked.passage())
                        && page.digest().equals(ranked.digest())));
    }

    private static String first(String question) {
        return INDEX.retrieve(question).pages().getFirst().page();
    }

    private static IndexedPage page(String id, String text) {
        return new IndexedPage(id, text, List.of(), List.of(aPassage(id).paragraph(text).build()));
    }
}
