package se.lotsen.grounding;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts a sentence where one main clause is joined to another. */
final class Clauses {
    private static final String SUBJECT = "(?:du|ni|vi|man|den|det|de|han|hon|kommunen)";
    private static final Pattern JOINT = Pattern.compile(",\\s+(?:och|men|samt|medan|så)\\s+"
            + "|\\s+(?:och|men)\\s+(?=" + SUBJECT + "\\s)"
            + "|,\\s+(?=\\p{L}+\\s+(?:ska|får|kan|måste|är|har)\\s)", Pattern.CASE_INSENSITIVE);
    private static final int LEAST = 2;
    private static final int SUBJECT_LIST = 3;

    private Clauses() {
    }

    /** At least two, each with something to say and each like another statement of the source; or nothing. */
    static List<Reading> of(String sentence, Source source) {
        List<Reading> clauses = JOINT.splitAsStream(sentence).map(Reading::of).toList();
        boolean whole = clauses.size() > 1
                && clauses.stream().allMatch(clause -> clause.items().size() + clause.operators().size() >= LEAST);
        return whole && clauses.stream().map(clause -> likest(clause, source)).distinct().count() == clauses.size()
                ? clauses
                : List.of();
    }

    /** A clause of hardly a word may hold when it is how a statement begins, up to its first "not". */
    static boolean begins(Reading clause, Source source) {
        List<String> senses = senses(clause.operators());
        List<String> held = senses(source.statements().get(Math.max(0, likest(clause, source))).operators());
        return clause.operators().stream().noneMatch(one -> one.role() == Role.NEGATION)
                && held.size() >= senses.size() && held.subList(0, senses.size()).equals(senses);
    }

    /** All its words are those of one statement, and its operators that statement's, in order and each but once. */
    static boolean retells(Reading clause, Source source) {
        ReadStatement statement = source.statements().get(Math.max(0, likest(clause, source)));
        List<String> senses = senses(clause.operators());
        return !statement.heading() && senses.equals(senses(statement.operators()))
                && senses.stream().distinct().count() == senses.size()
                && statement.operators().stream().allMatch(one -> isBesideSaid(one, statement, clause))
                && clause.items().stream().filter(item -> !Words.isGlue(item.written())
                        && !Words.isLight(item.written()))
                        .allMatch(item -> statement.own().stream().anyMatch(item::restsOn));
    }

    private static boolean isBesideSaid(Operator operator, ReadStatement statement, Reading clause) {
        int reach = operator.begins() ? 0 : SUBJECT_LIST;
        return statement.own().isEmpty() || statement.own()
                .subList(Math.max(0, operator.gap() - reach), Math.min(statement.own().size(), operator.gap() + 1))
                .stream().anyMatch(held -> clause.items().stream().anyMatch(item -> item.restsOn(held)));
    }

    private static List<String> senses(List<Operator> operators) {
        return operators.stream().map(one -> one.role() + one.sense()).toList();
    }

    private static int likest(Reading clause, Source source) {
        int likest = -1;
        double most = 0;
        for (int at = 0; at < source.statements().size(); at++) {
            ReadStatement statement = source.statements().get(at);
            double overlap = statement.heading() ? 0 : source.overlap(clause.items(), statement);
            likest = overlap > most ? at : likest;
            most = Math.max(most, overlap);
        }
        return likest;
    }
}
