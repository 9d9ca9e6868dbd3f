package se.lotsen.grounding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "X, om du inte har C" says what a page says as "X. Undantag gäller om du har C" or "X. Har du C behöver du inte". The
 * statement of the exception then is no part of what X itself is held against.
 */
final class Exceptions {
    private static final Pattern CONDITION = Pattern.compile(
            "^(.*?),?\\s+om\\s+((?:\\p{L}+\\s+)?inte\\s+)?([^,]*)$", Pattern.CASE_INSENSITIVE);
    private static final String EXCEPTION = new TextReader(List.of()).stem("undantag");
    private static final double RELATED = 0.2;

    private final String main;
    private final Reading condition;
    private final boolean unless;
    private final Source source;

    private Exceptions(String main, String condition, boolean unless, Source source) {
        this.main = main;
        this.condition = Reading.of(condition);
        this.unless = unless;
        this.source = source;
    }

    /** The sentence's last condition; without one, nothing is excepted. */
    static Exceptions of(String sentence, Source source) {
        Matcher parts = CONDITION.matcher(sentence);
        return parts.matches()
                ? new Exceptions(String.valueOf(parts.group(1)), String.valueOf(parts.group(3)),
                        parts.group(2) != null, source)
                : new Exceptions(sentence, "", false, source);
    }

    /** What goes before "om … inte". */
    String main() {
        return main;
    }

    /** The statements that make the sentence's "om … inte" an exception. */
    List<ReadStatement> statements() {
        return unless ? excepting(true) : List.of();
    }

    /** "X, om du har C" where the page excepts C. */
    boolean isTurned() {
        Reading said = Reading.of(main);
        boolean denies = said.operators().stream().anyMatch(one -> one.role() == Role.NEGATION)
                || said.items().stream().anyMatch(item -> item.key().equals(EXCEPTION));
        return !unless && !denies && !excepting(false).isEmpty();
    }

    private List<ReadStatement> excepting(boolean anyNot) {
        List<Item> conditions = condition.items().stream().filter(item -> !Words.isGlue(item.written())
                && !Words.isLight(item.written())).toList();
        return conditions.isEmpty() || !condition.operators().stream().allMatch(one -> one.role() == Role.MODALITY
                || one.role() == Role.QUANTIFIER)
                        ? List.of()
                        : source.statements().stream()
                                .filter(statement -> !statement.heading() && excepts(statement, anyNot)
                                        && conditions.stream().allMatch(
                                                item -> statement.own().stream().anyMatch(item::restsOn))
                                        && follows(statement))
                                .toList();
    }

    /** "Undantag gäller om", "det gäller inte om", and, where that will do, "behöver du inte". */
    private static boolean excepts(ReadStatement statement, boolean anyNot) {
        return isNamed(statement) || statement.operators().stream().anyMatch(one -> one.is(Role.NEGATION, "not")
                && (one.use() == Operator.Use.VOIDS || anyNot && statement.operators().stream().anyMatch(
                        other -> other.role() == Role.MODALITY && other.gap() == one.gap())));
    }

    private static boolean isNamed(ReadStatement statement) {
        return statement.own().stream().anyMatch(item -> item.key().equals(EXCEPTION));
    }

    /** The exception stands beside, or right after, something of what the sentence says first. */
    private boolean follows(ReadStatement statement) {
        int at = source.statements().indexOf(statement);
        List<Item> said = Reading.of(main).items();
        return at > 0 && Math.max(source.overlap(said, source.statements().get(at - 1)),
                isNamed(statement) ? source.overlap(said, statement) : 0) >= RELATED;
    }

    /** The source for what goes before: without statements whose "not" is the exception's. */
    Source rest() {
        return source.without(statements().stream().filter(statement -> !isNamed(statement)).toList());
    }
}
