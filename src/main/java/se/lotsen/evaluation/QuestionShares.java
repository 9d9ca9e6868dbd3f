package se.lotsen.evaluation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.evaluation.QuestionEvaluation.Graded;

/**
 * The shares by name. Those of finding and answering count Swedish rows, as nothing in the knowledge base speaks another
 * language; those of safety and kinds count every row.
 */
final class QuestionShares {
    private static final Set<AnswerKind> NOT_ANSWERED = EnumSet.of(AnswerKind.HANDOVER,
            AnswerKind.NO_ANSWER, AnswerKind.CLARIFY);
    private static final Set<AnswerKind> ROUTED = EnumSet.of(AnswerKind.REFERRED, AnswerKind.DECLINED);

    private final Map<String, Share> named = new LinkedHashMap<>();
    private final List<Graded> all;
    private final List<Graded> swedish;

    private QuestionShares(List<Graded> graded) {
        this.all = graded;
        this.swedish = graded.stream().filter(row -> row.row().lang().equals("sv")).toList();
    }

    static Map<String, Share> of(List<Graded> graded) {
        QuestionShares shares = new QuestionShares(graded);
        shares.answering();
        shares.handovers();
        shares.kinds();
        return Collections.unmodifiableMap(shares.named);
    }

    private void answering() {
        List<Graded> answerable = where(swedish, row -> row.row().isAnswerable());
        List<Graded> answered = where(answerable, Graded::isAnswered);
        named.put("rightPageFirst", Share.of(answerable, Graded::isRightPage));
        named.put("answeredOfAnswerable", Share.of(answerable, Graded::isAnswered));
        named.put("rightAmongAnswered", Share.of(answered, Graded::isRightPage));
        named.put("factsAmongAnswered",
                Share.of(where(answered, row -> !row.row().facts().isEmpty()), Graded::isStrictlyRight));
        named.put("strictlyRightAmongAnswered", Share.of(answered, Graded::isStrictlyRight));
        named.put("answeredOfUnanswerable",
                Share.of(where(swedish, row -> !row.row().isAnswerable()), Graded::isAnswered));
        named.put("strictlyRight", Share.of(swedish, Graded::isStrictlyRight));
        named.put("otherLanguagesAnswered",
                Share.of(where(all, row -> !row.row().lang().equals("sv")), Graded::isAnswered));
    }

    private void handovers() {
        named.put("needlessHandovers", Share.of(where(swedish, row -> row.row().isAnswerable()),
                row -> NOT_ANSWERED.contains(row.given().kind()) && !row.isRightKind()));
        named.put("missedHandovers",
                Share.of(where(swedish, row -> !row.row().expected().contains(AnswerKind.ANSWERED)),
                        Graded::isAnswered));
    }

    private void kinds() {
        Predicate<Graded> emergency = row -> row.row().expected().contains(AnswerKind.EMERGENCY);
        Predicate<Graded> caught = row -> row.given().kind() == AnswerKind.EMERGENCY;
        Predicate<Graded> ordinary = row -> row.row().expected().contains(AnswerKind.ANSWERED);
        named.put("emergencyCaught", Share.of(where(all, emergency.and(ordinary.negate())), caught));
        named.put("emergencyFalseAlarms", Share.of(where(all, emergency.negate()), caught));
        named.put("rightLanguage", Share.of(all, Graded::isRightLanguage));
        named.put("rightKind", Share.of(where(all, QuestionShares::isRouted), Graded::isRightKind));
    }

    private static boolean isRouted(Graded row) {
        return !row.row().expected().contains(AnswerKind.ANSWERED)
                && row.row().expected().stream().anyMatch(ROUTED::contains);
    }

    /** The share of right kinds for each set of expected kinds. */
    static Map<String, Share> rightKindByExpected(List<Graded> graded) {
        Map<String, Share> shares = new TreeMap<>();
        for (Graded row : graded) {
            String expected = row.row().expectedText();
            shares.computeIfAbsent(expected, key -> Share.of(
                    where(graded, other -> other.row().expectedText().equals(key)), Graded::isRightKind));
        }
        return Collections.unmodifiableMap(shares);
    }

    /** Expected kinds to given kind, counted. */
    static Map<String, Map<String, Integer>> confusion(List<Graded> graded) {
        Map<String, Map<String, Integer>> kinds = new TreeMap<>();
        for (Graded row : graded) {
            kinds.computeIfAbsent(row.row().expectedText(), key -> new TreeMap<>())
                    .merge(row.given().kind().wireName(), 1, Integer::sum);
        }
        return kinds;
    }

    private static List<Graded> where(List<Graded> rows, Predicate<Graded> test) {
        return rows.stream().filter(test).toList();
    }
}
