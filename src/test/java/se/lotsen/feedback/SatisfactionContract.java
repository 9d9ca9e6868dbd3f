package se.lotsen.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordForTests.key;
import static se.lotsen.testing.Masked.masked;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.testing.MovedClock;

/** A citizen's word about the assistant and about a person: one of each, the latest. */
@Timeout(120)
abstract class SatisfactionContract {
    private static final Agent ANNA = new Agent("anna", "Anna Ek");
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    private RecordForTests record;
    private Satisfaction satisfaction;

    abstract String url();

    @BeforeEach
    void open() {
        record = new RecordForTests(url(), clock, HandoverEffects.NONE);
        satisfaction = new Satisfaction(record.attachments, record.store);
    }

    @AfterEach
    void close() {
        record.close();
    }

    private ConversationId answered() {
        ConversationId talk = record.start();
        Answers.give(record, talk, "Vad kostar förskolan?", AnswerOutcome.ANSWERED);
        return talk;
    }

    @Test
    void aPartThatNeverHappenedIsNotJudged() {
        ConversationId talk = record.start();
        assertThat(satisfaction.say(talk, key(), Part.ASSISTANT, 5, null)).isFalse();
        Answers.ask(record, talk, "Vad kostar förskolan?");
        assertThat(satisfaction.say(talk, key(), Part.ASSISTANT, 5, null)).as("still open").isFalse();
        ConversationId other = answered();
        assertThat(satisfaction.say(other, key(), Part.AGENT, 5, null)).isFalse();
        record.handover.request(other, key(), "bygg", "{}", null);
        assertThat(satisfaction.say(other, key(), Part.AGENT, 5, null)).as("nobody came yet").isFalse();
        record.handover.claim(other, ANNA, record.handover.standing(other).version(), null);
        assertThat(satisfaction.say(other, key(), Part.AGENT, 4, null)).isTrue();
        assertThat(satisfaction.of(talk)).isEmpty();
    }

    @Test
    void theLatestWordCountsAndALateRepeatIsNone() {
        ConversationId talk = answered();
        IdempotencyKey first = key();
        for (int i = 0; i < 10; i++) {
            satisfaction.say(talk, first, Part.ASSISTANT, 2, masked("Ring 070-174 06 05"));
        }
        clock.move(Duration.ofMinutes(1));
        satisfaction.say(talk, key(), Part.ASSISTANT, 5, null);
        satisfaction.say(talk, first, Part.ASSISTANT, 2, masked("Ring 070-174 06 05"));
        assertThat(satisfaction.of(talk)).containsExactly(
                new Score(Part.ASSISTANT, 5, null, Instant.parse("2026-11-24T09:01:00Z")));
    }

    @Test
    void aCommentIsKeptWithoutPersonalData() {
        ConversationId talk = answered();
        satisfaction.say(talk, key(), Part.ASSISTANT, 2, masked("Ring 070-174 06 05"));
        assertThat(satisfaction.of(talk)).extracting(Score::comment).containsExactly("Ring [telefonnummer]");
    }

    @Test
    void figuresAreCountedForEachPartAndWithinTheirTime() {
        Instant begin = clock.instant();
        for (int score : new int[]{5, 5, 4, 3, 1}) {
            satisfaction.say(answered(), key(), Part.ASSISTANT, score, null);
        }
        Instant end = clock.instant().plus(Duration.ofMinutes(1));
        clock.move(Duration.ofMinutes(1));
        satisfaction.say(answered(), key(), Part.ASSISTANT, 1, null);
        SatisfactionFigures figures = satisfaction.figures(begin, end).get(Part.ASSISTANT);
        assertThat(figures.replies()).isEqualTo(5);
        assertThat(figures.distribution()).containsExactly(1, 0, 1, 1, 2);
        assertThat(figures.index().value()).isEqualTo(65);
        assertThat(satisfaction.figures(begin, end).get(Part.AGENT))
                .isEqualTo(SatisfactionFigures.of(java.util.List.of()));
        assertThat(satisfaction.figures(begin, end.plusSeconds(1)).get(Part.ASSISTANT).replies())
                .isEqualTo(6);
    }

    @Test
    void itGoesWithTheConversation() {
        ConversationId talk = answered();
        satisfaction.say(talk, key(), Part.ASSISTANT, 2, masked("Nja"));
        clock.move(RecordForTests.RETENTION.plusMinutes(1));
        assertThat(record.disposal.disposeDue()).isEqualTo(1);
        assertThat(satisfaction.of(talk)).isEmpty();
    }
}
