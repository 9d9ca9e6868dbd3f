package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.AnswerOutcome.*;
import static se.lotsen.gaps.Asking.MONDAY;
import static se.lotsen.gaps.Asking.asked;
import static se.lotsen.gaps.Asking.talk;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.PastQuestion;

/** What counts as a miss; the tables here and in {@link Misses} name every outcome that there is. */
class MissesTests {
    private static final Map<AnswerOutcome, MissReason> ALWAYS = new EnumMap<>(Map.of(
            NOT_ANSWERED_NO_EVIDENCE, MissReason.NO_EVIDENCE,
            NOT_ANSWERED_LOW_CONFIDENCE, MissReason.LOW_CONFIDENCE,
            NOT_ANSWERED_STILL_UNCLEAR, MissReason.STILL_UNCLEAR,
            NOT_ANSWERED_NOT_GROUNDED, MissReason.NOT_GROUNDED,
            NOT_ANSWERED_SOURCES_DISAGREE, MissReason.SOURCES_DISAGREE,
            NOT_ANSWERED_PAGE_EXPIRED, MissReason.PAGE_EXPIRED,
            NOT_ANSWERED_PAGE_OVERDUE, MissReason.PAGE_OVERDUE,
            NOT_ANSWERED_LANGUAGE, MissReason.LANGUAGE));
    private static final Set<AnswerOutcome> ANSWERS = EnumSet.of(ANSWERED, ANSWERED_TRANSLATED,
            ANSWERED_IN_SWEDISH);
    private static final Set<AnswerOutcome> NEVER = EnumSet.of(NOT_ANSWERED_TOPIC_OFF,
            AnswerOutcome.NOT_ANSWERED_SHADOW,
            AnswerOutcome.NOT_ANSWERED_PILOT, AnswerOutcome.NOT_ANSWERED_SEARCH_ONLY,
            AnswerOutcome.NOT_ANSWERED_SWITCHED_OFF,
            NOT_ANSWERED_DRAFT_ONLY,
            NOT_ANSWERED_UNTIL_APPROVED, PERSON_ASKED_FOR, EMERGENCY_CARD_SHOWN, REFERRED_TO_AUTHORITY,
            DECLINED_BY_RULE, THREAT_MET, ABUSE_WARNED, ABUSE_ENDED, GREETED, FAILED_INDEX_UNAVAILABLE,
            FAILED_INTERRUPTED, FAILED_UNEXPECTED);

    @Test
    void everyOutcomeIsDecided() {
        Set<AnswerOutcome> decided = EnumSet.copyOf(ALWAYS.keySet());
        decided.addAll(ANSWERS);
        decided.addAll(NEVER);
        decided.add(CLARIFICATION_ASKED);
        assertThat(decided).containsExactlyInAnyOrder(AnswerOutcome.values());
    }

    @ParameterizedTest
    @EnumSource
    void anOutcomeCountsByItselfAsTheTableSays(AnswerOutcome outcome) {
        Set<MissReason> expected = outcome == CLARIFICATION_ASKED
                ? Set.of(MissReason.LEFT_UNCLEAR)
                : ALWAYS.containsKey(outcome) ? Set.of(ALWAYS.get(outcome)) : Set.of();
        assertThat(reasons(asked(talk(), 1, MONDAY, "och?", outcome))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnAnswerCountsBecauseOfWhatTheCitizenThoughtOrDid(AnswerOutcome outcome) {
        Set<MissReason> reasons = reasons(asked(talk(), 1, MONDAY, "och?", outcome, false, true));
        Set<MissReason> opinions = EnumSet.of(MissReason.NOT_HELPFUL, MissReason.HANDED_OVER);
        assertThat(reasons.containsAll(opinions)).isEqualTo(ANSWERS.contains(outcome));
        assertThat(reasons.stream().anyMatch(opinions::contains)).isEqualTo(ANSWERS.contains(outcome));
    }

    @ParameterizedTest
    @EnumSource
    void aGradeCountsButForRulesAndOutages(AnswerOutcome outcome) {
        PastQuestion question = asked(talk(), 1, MONDAY, "och?", outcome);
        List<Miss> misses = Misses.of(List.of(question), Set.of(Turn.of(question)));
        assertThat(misses.stream().anyMatch(miss -> miss.reasons().contains(MissReason.GRADED)))
                .isEqualTo(!NEVER.contains(outcome));
    }

    @Test
    void anAnswerThatHelpedIsNoMiss() {
        assertThat(reasons(asked(talk(), 1, MONDAY, "och?", ANSWERED, true, false))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionBackCountsUnlessSomethingBetterCameAfterIt(AnswerOutcome next) {
        ConversationId talk = talk();
        List<Miss> misses = Misses.of(List.of(asked(talk, 1, MONDAY, "avgift", CLARIFICATION_ASKED),
                asked(talk, 2, MONDAY, "förskola", next)), Set.of());
        boolean better = ANSWERS.contains(next) || NEVER.contains(next) && !next.name().startsWith("FAILED");
        assertThat(misses.stream().anyMatch(miss -> miss.turn().answer() == 1)).isEqualTo(!better);
    }

    @Test
    void whoTypesForAPersonAfterAnAnswerWasHandedOver() {
        ConversationId talk = talk();
        assertThat(Misses.of(List.of(asked(talk, 1, MONDAY, "avgift", ANSWERED),
                asked(talk, 2, MONDAY, "en människa tack", PERSON_ASKED_FOR, null, true)), Set.of()))
                .singleElement().satisfies(miss -> {
                    assertThat(miss.turn().answer()).isEqualTo(1);
                    assertThat(miss.reasons()).containsExactly(MissReason.HANDED_OVER);
                });
    }

    @Test
    void whatWasHiddenIsNoPartOfTheText() {
        assertThat(Misses
                .of(List.of(Asking.unanswered(MONDAY, "jag  heter 191212121212\nvad gör jag")), Set.of())
                .getFirst().text()).isEqualTo("jag heter vad gör jag");
    }

    private static Set<MissReason> reasons(PastQuestion question) {
        return Misses.of(List.of(question), Set.of()).stream().findFirst().map(Miss::reasons)
                .orElse(Set.of());
    }
}
