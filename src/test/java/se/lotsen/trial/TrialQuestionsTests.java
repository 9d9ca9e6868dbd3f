package se.lotsen.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.AskedQuestion;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;

/** What is asked to try a change out. */
class TrialQuestionsTests {
    private static final String HEADER = "id\tlang\texpected\tpages\tquestion\tfacts\n";
    private static int number;

    private static PastQuestion question(String text, String... pages) {
        return new PastQuestion(new ConversationId(new UUID(1, ++number)), 2, Instant.EPOCH,
                MaskedText.restored(text, text.contains("[") ? Set.of(PersonalDataKind.PHONE) : Set.of()),
                "sv", AnswerOutcome.ANSWERED, 0.9, List.of(pages), List.of(), null, false);
    }

    private static List<String> texts(List<TrialQuestion> questions) {
        return questions.stream().map(question -> question.times() + " " + question.text()).toList();
    }

    @Test
    void questionsInTheSameWordsAreOneAndTheMostAskedComeFirst() {
        List<TrialQuestion> recent = TrialQuestions.recent(List.of(question("Vad kostar dagis?"),
                question("när öppnar badet"), question(" vad kostar dagis? "), question("NÄR öppnar badet"),
                question("vad kostar dagis?"), question("bygglov")), Set.of());
        assertThat(texts(recent)).containsExactly("3 vad kostar dagis?", "2 NÄR öppnar badet", "1 bygglov");
        assertThat(recent).noneMatch(TrialQuestion::isGolden);
        assertThat(recent).extracting(TrialQuestion::id).doesNotHaveDuplicates();
    }

    @Test
    void whatFoundAPageThatChangesComesBeforeWhatIsAskedOften() {
        List<TrialQuestion> recent = TrialQuestions.recent(List.of(question("vanlig", "b"),
                question("vanlig", "b"), question("sällsynt", "b", "a"), question("sällsynt"),
                question("en gång", "a")), Set.of("a", "c"));
        assertThat(texts(recent)).containsExactly("2 sällsynt", "1 en gång", "2 vanlig");
    }

    @Test
    void whatIsNothingButPersonalDataIsNotAsked() {
        List<TrialQuestion> recent = TrialQuestions.recent(List.of(question("[telefonnummer]"),
                question("  "), question("ring [telefonnummer] om bygglov")), Set.of());
        assertThat(recent).singleElement().satisfies(
                one -> assertThat(one.text()).contains("bygglov").doesNotContain("["));
    }

    @Test
    void everyTestQuestionIsAskedAndResidentsOnesUpToTheLimit(@TempDir Path root) {
        MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
        KnowledgeFiles files = new KnowledgeFiles(root).write(TrialQuestions.FILE, HEADER
                + "g1\tsv\tanswered\ta\tfråga ett\t\r\n" + "g2\tsv\tanswered\ta\tfråga två\t\n");
        try (RecordForTests record = new RecordForTests(RecordForTests.address(root), clock,
                (event, standing) -> List.of())) {
            asked(record, "gammal");
            clock.move(Duration.ofDays(61));
            for (int at = 0; at < 5; at++) {
                asked(record, "fråga nummer " + at);
            }
            clock.move(Duration.ofMinutes(1));
            assertThat(texts(of(record, clock, files, 4))).hasSize(4).startsWith("1 fråga ett",
                    "1 fråga två");
            assertThat(of(record, clock, files, 1)).as("test questions are all asked").hasSize(2)
                    .allMatch(TrialQuestion::isGolden);
            assertThat(texts(of(record, clock, files, 1_000))).hasSize(7).doesNotContain("1 gammal");
        }
    }

    private static List<TrialQuestion> of(RecordForTests record, MovedClock clock, KnowledgeFiles files,
            int most) {
        return new TrialQuestions(record.questions,
                new TrialProperties(TrialProperties.Gate.WARN, most, Duration.ofDays(60)), clock)
                .of(files.folder(), Set.of());
    }

    private static void asked(RecordForTests record, String text) {
        AskedQuestion asked = record.store.ask(record.start(), RecordForTests.key(),
                MaskedText.restored(text, Set.of()), "sv");
        record.store.answer(asked.event(), List.of(new Completed(AnswerOutcome.ANSWERED.kind(),
                AnswerOutcome.ANSWERED, asked.answer(), 0.9)));
    }

    @Test
    void aFolderWithoutTestQuestionsOrWithBrokenOnesHasNone(@TempDir Path root) {
        KnowledgeFiles files = new KnowledgeFiles(root);
        assertThat(TrialQuestions.golden(files.folder())).isEmpty();
        List<String> broken = new ArrayList<>(List.of("", "nonsens", HEADER, HEADER + "a\tb"));
        broken.add(HEADER + "g1\tsv\tanswered\ta\tett\t\n" + "g1\tsv\tanswered\ta\ttvå\t\n");
        for (String text : broken) {
            files.write(TrialQuestions.FILE, text);
            assertThat(TrialQuestions.golden(files.folder())).as(text).isEmpty();
        }
    }
}
