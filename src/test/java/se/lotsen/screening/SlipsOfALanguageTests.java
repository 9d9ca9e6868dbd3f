package se.lotsen.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.testing.KnowledgeFiles;

/** A word that is right in the asker's language is no misspelling of another language's. */
class SlipsOfALanguageTests {
    private static final KnowledgeFolder SHIPPED = KnowledgeFiles.shipped();
    private static final QuestionScreen SCREEN = new QuestionScreen(SHIPPED,
            new ContactDirectory(new HandoverFiles(SHIPPED)));

    @ParameterizedTest
    @ValueSource(strings = {"Spelar Håkan Hellström någonstans i sommar?",
            "Hur blir jag av med en halvfull burk lacknafta?"})
    void aSwedishWordIsNoFinnishSlip(String question) {
        assertThat(SCREEN.screen(question, "sv")).isEmpty();
    }

    @Test
    void aCryForHelpInAnotherLanguageThanExpectedIsSeenWhenItIsSpeltRight() {
        assertThat(SCREEN.screen("my husband is hitting me", "sv")).map(Screened::action)
                .hasValue(ScreeningAction.EMERGENCY);
        assertThat(SCREEN.screen("mieheni lyö minua", "sv")).map(Screened::action)
                .hasValue(ScreeningAction.EMERGENCY);
    }

    @Test
    void inAnUnknownLanguageSlipsAreForgivenInAll() {
        assertThat(SCREEN.screen("min man misshandlr mig", "und")).map(Screened::action)
                .hasValue(ScreeningAction.EMERGENCY);
    }
}
