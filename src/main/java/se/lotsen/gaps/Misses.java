package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.PastQuestion;

/**
 * Which questions were not answered well. What counts, by how the question ended:
 *
 * <table>
 * <caption>Outcomes</caption>
 * <tr><th>outcome</th><th>counts</th></tr>
 * <tr><td>ANSWERED, ANSWERED_TRANSLATED, ANSWERED_IN_SWEDISH</td><td>when the citizen said that it did not help, asked for a
 * person right after it, or staff graded it wrong or partly right</td></tr>
 * <tr><td>CLARIFICATION_ASKED</td><td>unless the conversation's next question was answered or met by a rule; and when
 * graded</td></tr>
 * <tr><td>NOT_ANSWERED_NO_EVIDENCE, _LOW_CONFIDENCE, _STILL_UNCLEAR, _NOT_GROUNDED, _SOURCES_DISAGREE, _PAGE_EXPIRED,
 * _PAGE_OVERDUE, _LANGUAGE</td><td>always</td></tr>
 * <tr><td>NOT_ANSWERED_TOPIC_OFF, _DRAFT_ONLY, _UNTIL_APPROVED, _SHADOW, _PILOT, _SEARCH_ONLY, _SWITCHED_OFF</td><td>never: the municipality wants a person to
 * answer</td></tr>
 * <tr><td>PERSON_ASKED_FOR, EMERGENCY_CARD_SHOWN, REFERRED_TO_AUTHORITY, DECLINED_BY_RULE, THREAT_MET, ABUSE_WARNED,
 * ABUSE_ENDED, GREETED</td><td>never: a rule, which is tested where rules are kept</td></tr>
 * <tr><td>FAILED_…</td><td>never: an outage is no gap in what is known</td></tr>
 * </table>
 *
 * An answer graded as outdated is no gap either: its page is the right one, and stands in the list of grades.
 */
final class Misses {
    /** How an outcome is looked at. */
    private enum Look {
        ANSWERED, ASKED_BACK, MISSED, NEVER
    }

    private Misses() {
    }

    /**
     * @param asked oldest first
     * @param graded answers that staff graded as wrong or partly right
     * @return in the same order
     */
    static List<Miss> of(List<PastQuestion> asked, Set<Turn> graded) {
        Map<Turn, PastQuestion> byTurn = new HashMap<>();
        asked.forEach(question -> byTurn.put(Turn.of(question), question));
        List<Miss> misses = new ArrayList<>();
        for (PastQuestion question : asked) {
            PastQuestion next = byTurn.get(new Turn(question.conversation(), question.answer() + 1));
            Set<MissReason> reasons = reasons(question, next, graded.contains(Turn.of(question)));
            if (!reasons.isEmpty()) {
                misses.add(new Miss(question, reasons));
            }
        }
        return List.copyOf(misses);
    }

    private static Set<MissReason> reasons(PastQuestion question, @Nullable PastQuestion next,
            boolean graded) {
        Set<MissReason> reasons = EnumSet.noneOf(MissReason.class);
        Look look = look(question.outcome());
        missed(question.outcome()).ifPresent(reasons::add);
        if (look == Look.ASKED_BACK && !isBetter(next)) {
            reasons.add(MissReason.LEFT_UNCLEAR);
        }
        if (look == Look.ANSWERED && Boolean.FALSE.equals(question.helpful())) {
            reasons.add(MissReason.NOT_HELPFUL);
        }
        if (look == Look.ANSWERED && (question.handedOver() || next != null && next.handedOver()
                && next.outcome() == AnswerOutcome.PERSON_ASKED_FOR)) {
            reasons.add(MissReason.HANDED_OVER);
        }
        if (look != Look.NEVER && graded) {
            reasons.add(MissReason.GRADED);
        }
        return reasons;
    }

    private static boolean isBetter(@Nullable PastQuestion next) {
        return next != null && (look(next.outcome()) == Look.ANSWERED
                || look(next.outcome()) == Look.NEVER && next.outcome().kind() != AnswerKind.FAILED);
    }

    /** Why a question counts by its outcome alone. */
    static Optional<MissReason> missed(AnswerOutcome outcome) {
        return switch (outcome) {
            case NOT_ANSWERED_NO_EVIDENCE -> Optional.of(MissReason.NO_EVIDENCE);
            case NOT_ANSWERED_LOW_CONFIDENCE -> Optional.of(MissReason.LOW_CONFIDENCE);
            case NOT_ANSWERED_STILL_UNCLEAR -> Optional.of(MissReason.STILL_UNCLEAR);
            case NOT_ANSWERED_NOT_GROUNDED -> Optional.of(MissReason.NOT_GROUNDED);
            case NOT_ANSWERED_SOURCES_DISAGREE -> Optional.of(MissReason.SOURCES_DISAGREE);
            case NOT_ANSWERED_PAGE_EXPIRED -> Optional.of(MissReason.PAGE_EXPIRED);
            case NOT_ANSWERED_PAGE_OVERDUE -> Optional.of(MissReason.PAGE_OVERDUE);
            case NOT_ANSWERED_LANGUAGE -> Optional.of(MissReason.LANGUAGE);
            case ANSWERED, ANSWERED_TRANSLATED, ANSWERED_IN_SWEDISH, CLARIFICATION_ASKED,
                    NOT_ANSWERED_TOPIC_OFF, NOT_ANSWERED_SHADOW, NOT_ANSWERED_PILOT, NOT_ANSWERED_SEARCH_ONLY,
                    NOT_ANSWERED_SWITCHED_OFF, NOT_ANSWERED_DRAFT_ONLY, NOT_ANSWERED_UNTIL_APPROVED,
                    PERSON_ASKED_FOR, EMERGENCY_CARD_SHOWN, REFERRED_TO_AUTHORITY, DECLINED_BY_RULE,
                    THREAT_MET, ABUSE_WARNED, ABUSE_ENDED, GREETED, FAILED_INDEX_UNAVAILABLE,
                    FAILED_INTERRUPTED, FAILED_UNEXPECTED ->
                Optional.empty();
        };
    }

    private static Look look(AnswerOutcome outcome) {
        return switch (outcome) {
            case ANSWERED, ANSWERED_TRANSLATED, ANSWERED_IN_SWEDISH -> Look.ANSWERED;
            case CLARIFICATION_ASKED -> Look.ASKED_BACK;
            default -> missed(outcome).isPresent() ? Look.MISSED : Look.NEVER;
        };
    }
}
