package se.lotsen.inspection;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.inspection.Detail.Measure;

/**
 * A value that a page gives for something.
 *
 * @param sentence where it stands
 * @param values the value, or both ends of a stretch; of hours the times by weekday's bit, 0 where no day is named
 * @param written as it stands
 * @param own the words beside it
 * @param above what stands around it, the nearest first: its sentence, what that continues, headings, the page's title
 * @param conditions what tells its case from others and must be said of both: years, seasons, other numbers
 * @param kinds what may be left unsaid but not differ: what it is per, and which limit it is
 */
record Assertion(ReadPage.Sentence sentence, Measure measure, Map<Integer, Set<String>> values,
        String written, Set<String> own, List<Set<String>> above, Set<String> conditions,
        Map<String, String> kinds) {
    private static final int HEADINGS = 2;

    String page() {
        return sentence.page().id();
    }

    /** Every word that stands beside it or above it. */
    Set<String> around() {
        Set<String> around = new HashSet<>(own);
        above.forEach(around::addAll);
        return around;
    }

    /** The words of its headings and of the page's title. */
    Set<String> named() {
        Set<String> named = new HashSet<>();
        above.subList(HEADINGS, above.size()).forEach(named::addAll);
        return named;
    }

    /** Whether both give a value for the same case: for hours, for a day of the week that both name. */
    boolean meets(Assertion other) {
        return values.entrySet().stream()
                .anyMatch(entry -> isOfTheForm(entry.getValue(), other.values.get(entry.getKey())))
                && conditions.equals(other.conditions)
                && kinds.entrySet().stream().allMatch(kind -> kind.getValue()
                        .equals(other.kinds.getOrDefault(kind.getKey(), kind.getValue())));
    }

    /** A stretch of days is no last day. */
    private boolean isOfTheForm(Set<String> ours, @Nullable Set<String> theirs) {
        return theirs != null && (measure != Measure.DEADLINE || ours.size() == theirs.size());
    }

    /** Whether the two cannot both be right, if they are of the same thing. */
    boolean differsFrom(Assertion other) {
        return values.entrySet().stream().anyMatch(entry -> {
            Set<String> theirs = other.values.get(entry.getKey());
            return theirs != null && !theirs.equals(entry.getValue());
        });
    }
}
