package se.lotsen.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.conversation.RecordForTests.key;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationRefusal;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.testing.MovedClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A grade stands for itself, can be changed and taken back, and goes with its conversation. */
@Timeout(120)
abstract class GradesContract {
    static final Agent ANNA = new Agent("anna", "Anna Ek");
    static final Agent BO = new Agent("bo", "Bo Ek");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private RecordForTests record;
    private Grades grades;
    private ConversationId talk;

    abstract String url();

    @BeforeEach
    void open() {
        record = new RecordForTests(url(), clock, HandoverEffects.NONE);
        grades = new Grades(record.attachments, record.store);
        talk = record.start();
        Answers.give(record, talk, "Vad kostar förskolan, 191212121212?", AnswerOutcome.ANSWERED);
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void aGradeHoldsWhatTheAnswerWasThen() {
        assertThat(grades.put(talk, key(), 1, ANNA, Mark.WRONG)).isTrue();
        assertThat(grades.of(talk)).singleElement().satisfies(grade -> {
            assertThat(grade.mark()).isEqualTo(Mark.WRONG);
            assertThat(grade.by()).isEqualTo(ANNA);
            assertThat(grade.at()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
            assertThat(grade.of()).isEqualTo(new Grade.Answered("Vad kostar förskolan, [personnummer]?", "sv",
                    List.of("cited", "other"), "first", Map.of("cited", "abc", "first", "def"), 0.8,
                    AnswerOutcome.ANSWERED));
        });
    }

    @Test
    void marksAreToldForTheirTime() {
        grades.put(talk, key(), 1, ANNA, Mark.WRONG);
        grades.put(talk, key(), 1, BO, Mark.RIGHT);
        Instant at = clock.instant();
        assertThat(grades.marks(at, at.plusSeconds(1))).containsExactlyInAnyOrder(Mark.WRONG, Mark.RIGHT);
        assertThat(grades.marks(at.plusSeconds(1), at.plusSeconds(60))).isEmpty();
        assertThat(grades.marks(at.minusSeconds(60), at)).isEmpty();
    }

    @Test
    void eachAccountHasOneGradeThatItChangesAndTakesBack() {
        grades.put(talk, key(), 1, ANNA, Mark.WRONG);
        grades.put(talk, key(), 1, BO, Mark.PARTLY);
        clock.move(Duration.ofMinutes(1));
        grades.put(talk, key(), 1, ANNA, Mark.RIGHT);
        assertThat(grades.of(talk)).extracting(Grade::by, Grade::mark).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(ANNA, Mark.RIGHT),
                org.assertj.core.groups.Tuple.tuple(BO, Mark.PARTLY));
        grades.put(talk, key(), 1, ANNA, null);
        grades.put(talk, key(), 1, ANNA, null);
        assertThat(grades.of(talk)).extracting(Grade::by).containsExactly(BO);
    }

    @Test
    void aLateRepeatDoesNotUndoWhatWasSaidSince() {
        IdempotencyKey first = key();
        for (int i = 0; i < 10; i++) {
            grades.put(talk, first, 1, ANNA, Mark.WRONG);
        }
        grades.put(talk, key(), 1, ANNA, Mark.RIGHT);
        grades.put(talk, first, 1, ANNA, Mark.WRONG);
        assertThat(grades.of(talk)).extracting(Grade::mark).containsExactly(Mark.RIGHT);
        assertThatThrownBy(() -> grades.put(talk, first, 1, ANNA, Mark.PARTLY))
                .isInstanceOf(ConversationRefusal.IdempotencyKeyReused.class);
    }

    @Test
    void whatIsNoFinishedAnswerIsNotGraded() {
        assertThat(grades.put(talk, key(), 2, ANNA, Mark.RIGHT)).isFalse();
        assertThat(grades.put(talk, key(), 0, ANNA, Mark.RIGHT)).isFalse();
        Answers.ask(record, talk, "Och skolan?");
        assertThat(grades.put(talk, key(), 2, ANNA, Mark.RIGHT)).as("still open").isFalse();
        assertThat(grades.of(talk)).isEmpty();
    }

    @Test
    void theNewestStandFirstAndOnlyThoseThatWereAskedFor() {
        grades.put(talk, key(), 1, ANNA, Mark.WRONG);
        clock.move(Duration.ofMinutes(1));
        grades.put(talk, key(), 1, BO, Mark.OUTDATED);
        assertThat(grades.latest(EnumSet.allOf(Mark.class), 10)).extracting(Grade::by).startsWith(BO, ANNA);
        assertThat(grades.latest(EnumSet.of(Mark.WRONG), 10)).extracting(Grade::mark)
                .containsOnly(Mark.WRONG).hasSize(1);
        assertThat(grades.latest(EnumSet.allOf(Mark.class), 1)).hasSize(1);
        assertThat(grades.latest(EnumSet.of(Mark.PARTLY), 10)).isEmpty();
    }

    @Test
    void whatWasToldToASecretQueueIsInNoListAndNoExport() {
        grades.put(talk, key(), 1, ANNA, Mark.WRONG);
        record.handover.request(talk, key(), "hemlig-vard", "{}", null);
        record.handover.leaveQueue(talk, key(), null);
        assertThat(grades.of(talk)).as("for those who may see the case").hasSize(1);
        assertThat(grades.latest(EnumSet.allOf(Mark.class), 10)).isEmpty();
        assertThat(grades.all()).isEmpty();
    }

    @Test
    void theExportHasOneLineForAnAnswerAndNobodysName() {
        grades.put(talk, key(), 1, ANNA, Mark.WRONG);
        grades.put(talk, key(), 1, BO, Mark.RIGHT);
        ConversationId other = record.start();
        Answers.give(record, other, "Är biblioteket öppet?", AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE);
        clock.move(Duration.ofMinutes(1));
        grades.put(other, key(), 1, ANNA, Mark.WRONG);
        String lines = GradeExport.lines(grades.all());
        assertThat(lines).doesNotContain("anna", "Anna", talk.value().toString(), "19121212");
        List<JsonNode> read = lines.lines().map(JSON::readTree).toList();
        assertThat(read).hasSize(2);
        assertThat(read.getFirst().required("grade").asString()).as("as many: the stricter")
                .isEqualTo("wrong");
        assertThat(read.getFirst().required("right").asBoolean()).isFalse();
        assertThat(read.getFirst().required("page").asString()).isEqualTo("cited");
        assertThat(read.getFirst().required("version").asString()).isEqualTo("abc");
        assertThat(read.getFirst().required("graders").asInt()).isEqualTo(2);
        assertThat(read.getLast().has("right")).as("it was not answered from a page").isFalse();
        assertThat(read.getLast().required("kind").asString()).isEqualTo("no_answer");
    }

    @Test
    void oneWhoSeesThatAPageIsOutdatedIsEnough() {
        grades.put(talk, key(), 1, ANNA, Mark.RIGHT);
        grades.put(talk, key(), 1, new Agent("cilla", "Cilla"), Mark.RIGHT);
        grades.put(talk, key(), 1, BO, Mark.OUTDATED);
        assertThat(GradeExport.agreed(grades.of(talk))).isEqualTo(Mark.OUTDATED);
    }

    @Test
    void gradesGoWithTheirConversation() {
        grades.put(talk, key(), 1, ANNA, Mark.WRONG);
        clock.move(RecordForTests.RETENTION.plusMinutes(1));
        assertThat(record.disposal.disposeDue()).isEqualTo(1);
        assertThat(grades.latest(EnumSet.allOf(Mark.class), 10)).isEmpty();
    }
}
