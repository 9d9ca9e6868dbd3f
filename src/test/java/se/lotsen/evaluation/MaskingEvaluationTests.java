package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.personnummer.Personnummer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import se.lotsen.evaluation.MadeIdentityNumber.Spelling;
import se.lotsen.knowledge.Library;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.privacy.PublicContacts;
import se.lotsen.testing.KnowledgeFiles;

@Execution(ExecutionMode.CONCURRENT)
class MaskingEvaluationTests {
    private static final PersonalDataMask MASK = new PersonalDataMask(PublicContacts.none());
    private static final MadeIdentityNumber SAMPLE = new MadeIdentityNumber(LocalDate.of(1912, 12, 12), false,
            "1212");

    @TempDir
    Path folder;

    @Test
    void everyNumberMadeIsValid() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            MadeIdentityNumber number = MadeIdentityNumber.random(random, i % 2 == 1);
            assertThat(Personnummer.valid(number.eight() + number.lastFour())).as("number %d", i).isTrue();
        }
    }

    @Test
    void spellingsAreThoseOfPeople() {
        assertThat(Spelling.TEN_DIGITS.parts(SAMPLE, true)).containsExactly("1212121212");
        assertThat(Spelling.TWELVE_WITH_HYPHEN.parts(SAMPLE, false)).containsExactly("19121212-1212");
        assertThat(Spelling.WITH_PLUS.parts(SAMPLE, false)).containsExactly("121212+1212");
        assertThat(Spelling.WITH_SPACE.parts(SAMPLE, true)).containsExactly("19121212 1212");
        assertThat(Spelling.SPACED_PAIRS.parts(SAMPLE, false)).containsExactly("12 12 12 12 12");
        assertThat(Spelling.WORDS_BETWEEN.parts(SAMPLE, true)).containsExactly("19121212", "1212");
    }

    @Test
    void everyNumberIsRecognisedInEverySpelling() {
        MaskingEvaluation.Figures figures = new MaskingEvaluation(MASK, 20261123).run(List.of(), List.of());
        assertThat(figures.recognised()).hasSize(Spelling.values().length + 1);
        assertThat(figures.recognised()).allSatisfy(
                (spelling, share) -> assertThat(share.share().value()).as(spelling).isEqualTo(1));
        assertThat(figures.recognised().get("all").rows()).isEqualTo(8 * MaskingEvaluation.NUMBERS);
        assertThat(figures.json()).containsKeys("recognised", "falseHitsOnPages", "falseHitsInSentences");
    }

    @Test
    void whatIsHiddenWithoutReasonIsNamedByLineWithoutItsText() throws IOException {
        Path file = Files.writeString(folder.resolve("s.txt"),
                "# kommentar\nVi ses klockan 15.\nRing mig på 070-174 06 05 eller kim@example.com\n");
        MaskingEvaluation.Figures figures = new MaskingEvaluation(MASK, 1).run(List.of(),
                MaskingEvaluation.Sentence.read(file));
        assertThat(figures.sentenceLines()).isEqualTo(2);
        assertThat(figures.inSentences())
                .containsExactly(new MaskingEvaluation.FalseHit(file + ":3", List.of("email", "phone")));
        assertThat(figures.json().toString()).doesNotContain("070-174");
    }

    @Test
    void thePagesOfTheSampleMunicipalityAreReadWhole() {
        MaskingEvaluation.Figures figures = new MaskingEvaluation(MASK, 1)
                .run(Library.read(KnowledgeFiles.shipped()).pages().values(), List.of());
        assertThat(figures.pageLines()).isGreaterThan(1_000);
        assertThat(figures.onPages()).as("identity numbers on pages")
                .noneMatch(hit -> hit.kinds().contains("identity_number"));
    }

    @Test
    void aFileWithoutSentencesIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("s.txt"), "\n");
        assertThatThrownBy(() -> MaskingEvaluation.Sentence.read(empty))
                .isInstanceOf(EvaluationInputException.class).hasMessageContaining("no sentences");
        assertThatThrownBy(() -> MaskingEvaluation.Sentence.read(folder.resolve("saknas.txt")))
                .isInstanceOf(EvaluationInputException.class).hasMessageContaining("saknas.txt");
    }
}
