package se.lotsen.grounding;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Two pages that say different things of the same matter: nearly the same words, a value of the same sort and unit, and the
 * values differ. Neither may be quoted as the truth; say so and hand over. Statements of one page never disagree, as a page
 * tells its cases apart itself, and what only looks alike (two services' fees in tables with the same labels) is not
 * reported: sentences must share nearly all their words and name the subject of a page's title, rows must have the same label and a
 * word of their headings in common.
 *
 * @param first what the first page says
 * @param second what the second page says
 * @param kind the sort of value
 * @param firstValue as the first page writes it
 * @param secondValue as the second page writes it
 */
public record Disagreement(Statement first, Statement second, Kind kind, String firstValue,
        String secondValue) {
    /** The share of the shorter statement's words that the other must hold. */
    private static final double SAME_MATTER = 0.8;
    private static final int FEWEST_WORDS = 3;
    private static final PassageReadings READINGS = new PassageReadings();
    private static final List<Role> COMPARED = List.of(Role.AMOUNT, Role.DATE, Role.TIME, Role.NUMBER);

    /** The first disagreement of the two passages in their order; empty when they belong to one page. */
    public static Optional<Disagreement> between(Passage one, Passage other) {
        return new Disagreements(READINGS).between(one, other);
    }

    static Optional<Disagreement> between(Statement first, ReadStatement one, Statement second,
            ReadStatement other,
            Subjects subjects) {
        boolean row = first.form() != Statement.Form.SENTENCE;
        if (first.form() != second.form() || !isSameMatter(one, other, row, subjects)) {
            return Optional.empty();
        }
        for (Role role : COMPARED) {
            List<Item> ours = values(one, role);
            List<Item> theirs = values(other, role);
            if (ours.isEmpty() || ours.size() != theirs.size()) {
                continue;
            }
            for (int at = 0; at < ours.size(); at++) {
                if (differ(ours.get(at), theirs.get(at))) {
                    return Optional.of(new Disagreement(first, second, role.fault(), ours.get(at).written(),
                            theirs.get(at).written()));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Item> values(ReadStatement statement, Role role) {
        return statement.own().stream().filter(item -> item.role() == role && !item.key().startsWith("y"))
                .toList();
    }

    private static boolean differ(Item one, Item other) {
        return !one.restsOn(other) && !other.restsOn(one) && (one.role() != Role.NUMBER
                || !one.detail().isEmpty() && one.detail().equals(other.detail()));
    }

    private static boolean isSameMatter(ReadStatement one, ReadStatement other, boolean row,
            Subjects subjects) {
        Set<String> ours = words(one);
        Set<String> theirs = words(other);
        Set<String> shared = new HashSet<>(ours);
        shared.retainAll(theirs);
        int shorter = Math.min(ours.size(), theirs.size());
        if (row) {
            return subjects.shareAWord() && !shared.isEmpty() && shared.size() == ours.size()
                    && shared.size() == theirs.size();
        }
        return shared.size() >= FEWEST_WORDS && shared.size() >= SAME_MATTER * shorter
                && shared.stream().anyMatch(subjects::names);
    }

    /** Words, names, places, days and telephone numbers: what tells one matter from another. */
    private static Set<String> words(ReadStatement statement) {
        Set<String> words = new HashSet<>();
        for (Item item : statement.own()) {
            if (!COMPARED.contains(item.role())) {
                words.add(Context.key(item));
            }
        }
        return words;
    }
}
