package se.lotsen.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;

/** What counts as asking again, and what does not. */
class RepeatsTests {
    private static final Instant NINE = Instant.parse("2026-11-24T08:00:00Z");
    private static final ConversationId ONE = new ConversationId(new UUID(1, 1));
    private static final ConversationId OTHER = new ConversationId(new UUID(1, 2));

    private static PastQuestion asked(ConversationId who, long second, String text, AnswerOutcome outcome,
            @Nullable Boolean helpful, String... pages) {
        return new PastQuestion(who, 1, NINE.plusSeconds(second), masked(text), "sv", outcome, 0.5,
                List.of(pages), List.of(), helpful, false);
    }

    private static PastQuestion unanswered(ConversationId who, long second, String text, String... pages) {
        return asked(who, second, text, AnswerOutcome.NOT_ANSWERED_NO_EVIDENCE, null, pages);
    }

    private static boolean repeats(PastQuestion first, PastQuestion second) {
        return Repeats.among(List.of(first, second)).contains(second);
    }

    @Test
    void theSameInOtherFormsOfItsWordsIsARepeat() {
        PastQuestion first = unanswered(ONE, 0, "Vad kostar avgiften för förskolan?");
        assertThat(repeats(first, unanswered(ONE, 60, "avgifter förskola kostar"))).isTrue();
        assertThat(repeats(first, unanswered(ONE, 60, "När hämtas soporna?"))).isFalse();
    }

    @Test
    void thatTheSamePageIsFoundFirstIsEnough() {
        PastQuestion first = unanswered(ONE, 0, "dagisavgift", "forskola", "skola");
        assertThat(repeats(first, unanswered(ONE, 60, "maxtaxa", "forskola"))).isTrue();
        assertThat(repeats(first, unanswered(ONE, 60, "maxtaxa", "skola", "forskola"))).isFalse();
    }

    @Test
    void onlyWithinADayAndTheSameConversation() {
        PastQuestion first = unanswered(ONE, 0, "avgift förskola");
        assertThat(repeats(first, unanswered(ONE, 86_400, "avgift förskola"))).isTrue();
        assertThat(repeats(first, unanswered(ONE, 86_401, "avgift förskola"))).isFalse();
        assertThat(repeats(first, unanswered(OTHER, 60, "avgift förskola"))).isFalse();
    }

    @Test
    void onlyWhatWasNotSolvedIsAskedAgain() {
        PastQuestion again = unanswered(ONE, 60, "avgift förskola");
        assertThat(repeats(asked(ONE, 0, "avgift förskola", AnswerOutcome.ANSWERED, null), again)).isFalse();
        assertThat(repeats(asked(ONE, 0, "avgift förskola", AnswerOutcome.ANSWERED, true), again)).isFalse();
        assertThat(repeats(asked(ONE, 0, "avgift förskola", AnswerOutcome.ANSWERED, false), again)).isTrue();
        assertThat(repeats(asked(ONE, 0, "avgift förskola", AnswerOutcome.CLARIFICATION_ASKED, null), again))
                .isFalse();
        assertThat(repeats(asked(ONE, 0, "prata med en människa", AnswerOutcome.PERSON_ASKED_FOR, null),
                unanswered(ONE, 60, "prata med en människa"))).isFalse();
        assertThat(repeats(asked(ONE, 0, "avgift förskola", AnswerOutcome.FAILED_INTERRUPTED, null),
                asked(ONE, 60, "avgift förskola", AnswerOutcome.ANSWERED, null))).isTrue();
    }
}
