package se.lotsen.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.lotsen.grounding.TextPart;
import se.lotsen.grounding.TextPart.Kind;
import se.lotsen.inspection.Detail.Measure;
import se.lotsen.inspection.ReadPage.Sentence;

/** Reads which case of a thing a value is for. */
final class Cases {
    private final TimeWords lists;
    private final int year;

    /** @param year that is now, which nobody needs to name */
    Cases(TimeWords lists, int year) {
        this.lists = lists;
        this.year = year;
    }

    /** What may be left unsaid but not differ: what the value is per, its unit, and which limit it is. */
    Map<String, String> kinds(List<TextPart> own, Measure measure) {
        Map<String, String> kinds = new HashMap<>();
        for (TextPart part : own) {
            switch (part.kind()) {
                case PERIOD -> kinds.put("per", part.key());
                case NUMBER -> {
                    if (AssertionReader.isValue(part, measure)) {
                        kinds.put("unit", part.detail());
                    }
                }
                case LIMIT -> {
                    if (lists.isBound(part.key())) {
                        kinds.put("limit", part.key());
                    }
                }
                default -> {
                    // Says nothing of the kind.
                }
            }
        }
        return kinds;
    }

    /** What must be said of both: years, seasons, other numbers, "not". Of the sentence and the nearest heading, as a title such as "Sommar i Sandbro" is no condition. */
    Set<String> conditions(Sentence sentence, List<TextPart> own, Measure measure) {
        Set<String> conditions = new HashSet<>();
        for (TextPart part : own) {
            if (part.kind() == Kind.NUMBER && !AssertionReader.isValue(part, measure)) {
                conditions.add(part.key() + part.detail());
            } else if (part.kind() == Kind.NEGATION && !lists.isReminder(sentence.statement().text())
                    || lists.isClosed(part)) {
                conditions.add("not");
            }
        }
        for (List<TextPart> text : List.of(sentence.headings(), sentence.lead(), sentence.parts())) {
            for (TextPart part : text) {
                if (part.kind() != Kind.DATE || !AssertionReader.isValue(part, measure)) {
                    lists.season(part).ifPresent(conditions::add);
                }
                if (part.kind() == Kind.YEAR && measure != Measure.DEADLINE) {
                    conditions.add(part.key());
                }
            }
        }
        conditions.remove(Integer.toString(year));
        return Set.copyOf(conditions);
    }
}
