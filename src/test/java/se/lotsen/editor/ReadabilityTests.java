package se.lotsen.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.lotsen.knowledge.PagePreview;

/** How easy a page is to read; all figures were counted by hand. */
class ReadabilityTests {

    private static Readability of(String markdown) {
        return Readability.of(PagePreview.of("a", "Rubrik", markdown).passages());
    }

    /** 6 + 4 + 13 words; of more than six letters: bygglov, kommunen; handläggningstiden; avgiften, användas. */
    @Test
    void lixIsWordsForEachSentencePlusTheShareOfLongWords() {
        Readability read = of("Du kan söka bygglov hos kommunen. Handläggningstiden är tio veckor. "
                + "Avgiften beror på hur stort huset är och vad det ska användas till.\n");
        assertThat(read.words()).isEqualTo(23);
        assertThat(read.sentences()).isEqualTo(3);
        assertThat(read.meanLength()).isCloseTo(23 / 3.0, within(1e-9));
        assertThat(read.lix()).as("23/3 + 100 * 5/23 = 29,4").isEqualTo(29);
        assertThat(read.longSentences()).isEmpty();
    }

    /** Twenty words, one sentence; one long word, and "veckor" has just six letters. */
    @Test
    void twentyWordsAreEnoughToSay() {
        String nineteen = "a b c d e f g h i j k l m n o p q veckor sjuttio";
        assertThat(of(nineteen + ".\n").lix()).isNull();
        assertThat(of(nineteen + ".\n").meanLength()).isNull();
        assertThat(of(nineteen + " r.\n").lix()).as("20/1 + 100 * 1/20").isEqualTo(25);
    }

    @Test
    void headingsListsAndTablesAreNoRunningText() {
        Readability read = of("Ett två tre.\n\n## Rubrik med ord\n\n- första punkten\n- andra punkten\n\n"
                + "| A | B |\n| --- | --- |\n| c | d |\n");
        assertThat(read.words()).isEqualTo(3);
        assertThat(read.sentences()).isEqualTo(1);
    }

    @Test
    void aSentenceOfMoreThanTwentyFiveWordsIsNamed() {
        String twentyFive = "ord ".repeat(24) + "slut.";
        String twentySix = "Ord " + twentyFive;
        Readability read = of(twentyFive + " " + twentySix + "\n");
        assertThat(read.longSentences()).singleElement()
                .satisfies(sentence -> assertThat(sentence).startsWith("Ord ord"));
    }

    @Test
    void wordsOfOfficesAreFoundWholeAndWithWhatIsSaidInstead() {
        Readability read = of("Du erhåller ett beslut. För det fall du inte beaktar det, ring oss.\n\n"
                + "## Avseende avgift\n\n- Vi bereder dig tillfälle.\n");
        assertThat(read.officialese()).containsEntry("erhåller", "får").containsEntry("för det fall", "om")
                .containsEntry("avseende", "om");
        assertThat(of("Erhållaren är oavseende och förfarandet härvidare.\n").officialese())
                .doesNotContainKeys("erhålla", "avseende", "härvid");
    }

    @Test
    void nothingIsNothing() {
        Readability read = of("");
        assertThat(read.words()).isZero();
        assertThat(read.lix()).isNull();
        assertThat(read.officialese()).isEmpty();
    }
}
