package se.lotsen.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.TextPart;
import se.lotsen.grounding.TextPart.Kind;
import se.lotsen.inspection.Detail.Measure;
import se.lotsen.inspection.ReadPage.Sentence;

/**
 * Reads the values of a page. A sentence with several values of one measure is cut between them, where they are tied the
 * loosest, so that each value keeps its own words: "50 kronor för barn och 100 kronor för vuxna".
 */
final class AssertionReader {
    private static final int ALL_DAYS = 127;
    private static final int HOUR = 60;
    private final Words words;
    private final TimeWords lists;
    private final Cases cases;

    /** @param year that is now, which nobody needs to name */
    AssertionReader(Words words, TimeWords lists, int year) {
        this.words = words;
        this.lists = lists;
        this.cases = new Cases(lists, year);
    }

    List<Assertion> of(ReadPage page) {
        List<Assertion> all = new ArrayList<>();
        for (Sentence sentence : page.sentences()) {
            for (Measure measure : Measure.values()) {
                all.addAll(of(page, sentence, measure));
            }
        }
        return all;
    }

    private List<Assertion> of(ReadPage page, Sentence sentence, Measure measure) {
        List<TextPart> parts = measure == Measure.HOURS ? stretches(sentence) : sentence.parts();
        if (measure == Measure.QUANTITY && parts.stream().anyMatch(part -> part.kind() == Kind.AMOUNT)) {
            // "upp till 50 kvadratmeter kostar …" is a case of the fee, not a fact of its own.
            return List.of();
        }
        List<int[]> places = places(parts, measure);
        List<Assertion> found = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < places.size(); at++) {
            int to = at + 1 < places.size()
                    ? cut(parts, places.get(at)[1], places.get(at + 1)[0])
                    : parts.size();
            Assertion one = assertion(page, sentence, measure, parts.subList(from, to));
            if (one != null) {
                found.add(one);
            }
            from = to;
        }
        return found;
    }

    /** "Mellan klockan 7 och 14" is 7–14, and so is "7–14" behind a day of the week. */
    private List<TextPart> stretches(Sentence sentence) {
        List<TextPart> parts = new ArrayList<>();
        String text = sentence.statement().text();
        boolean between = lists.isBetween(text);
        boolean day = false;
        for (TextPart part : sentence.parts()) {
            TextPart last = parts.isEmpty() ? null : parts.getLast();
            boolean joined = last != null
                    && (between && last.kind() == Kind.TIME || day && isDashed(text, last, part));
            if (last != null && joined && minutes(last) >= 0 && minutes(part) >= 0) {
                parts.set(parts.size() - 1, new TextPart(Kind.TIME, minutes(last) + "-" + minutes(part), "",
                        last.written() + "–" + part.written(), last.border(), last.label(), false));
            } else {
                parts.add(part);
            }
            day |= part.kind() == Kind.WEEKDAY;
        }
        return parts;
    }

    private static boolean isDashed(String text, TextPart one, TextPart other) {
        return text.contains(one.written() + "–" + other.written())
                || text.contains(one.written() + "-" + other.written());
    }

    private static int minutes(TextPart part) {
        boolean hour = part.kind() == Kind.NUMBER && part.detail().isEmpty()
                && part.key().matches("1?\\d|2[0-4]");
        return hour
                ? HOUR * Integer.parseInt(part.key())
                : part.kind() == Kind.TIME && part.key().indexOf('-') < 0 ? Integer.parseInt(part.key()) : -1;
    }

    /** Stretches of values of the measure with no word between them: first and behind the last part. */
    private static List<int[]> places(List<TextPart> parts, Measure measure) {
        List<int[]> places = new ArrayList<>();
        boolean words = true;
        for (int at = 0; at < parts.size(); at++) {
            TextPart part = parts.get(at);
            if (isValue(part, measure)) {
                if (words) {
                    places.add(new int[]{at, at + 1});
                } else {
                    places.getLast()[1] = at + 1;
                }
                words = false;
            } else if (!isBetween(part, measure)) {
                words = true;
            }
        }
        return places;
    }

    static boolean isValue(TextPart part, Measure measure) {
        return switch (measure) {
            case FEE -> part.kind() == Kind.AMOUNT;
            case HOURS -> part.kind() == Kind.TIME && part.key().indexOf('-') > 0;
            case PHONE -> part.kind() == Kind.PHONE;
            case EMAIL -> part.kind() == Kind.EMAIL;
            case DEADLINE -> part.kind() == Kind.DATE && part.key().indexOf('.') > 0;
            case QUANTITY -> part.kind() == Kind.NUMBER && !part.detail().isEmpty();
        };
    }

    /** What may stand inside one value: the weekdays of hours, the year of a date. */
    private static boolean isBetween(TextPart part, Measure measure) {
        return switch (measure) {
            case HOURS -> part.kind() == Kind.WEEKDAY;
            case DEADLINE -> part.kind() == Kind.YEAR;
            case FEE, PHONE, EMAIL, QUANTITY -> false;
        };
    }

    /** The first part of the next value's own stretch: the one that is tied the loosest to what stands before it. */
    private static int cut(List<TextPart> parts, int from, int to) {
        int loosest = to;
        for (int at = to - 1; at >= from; at--) {
            if (parts.get(at).border() < parts.get(loosest).border()) {
                loosest = at;
            }
        }
        return loosest;
    }

    private @Nullable Assertion assertion(ReadPage page, Sentence sentence, Measure measure,
            List<TextPart> own) {
        Map<Integer, Set<String>> values = values(own, measure);
        if (values.isEmpty() || lists.isOfThePast(sentence.statement().text())) {
            return null;
        }
        String written = own.stream().filter(part -> isValue(part, measure)).map(TextPart::written)
                .collect(Collectors.joining("–"));
        Set<String> all = words.of(sentence.parts());
        all.addAll(words.of(sentence.next()));
        Set<String> beside = words.of(own);
        beside.addAll(words.of(sentence.next()));
        return new Assertion(sentence, measure, values, written, beside,
                List.of(all, words.of(sentence.lead()), words.of(sentence.headings()),
                        words.of(page.title())),
                cases.conditions(sentence, own, measure), cases.kinds(own, measure));
    }

    private static Map<Integer, Set<String>> values(List<TextPart> own, Measure measure) {
        Map<Integer, Set<String>> values = new HashMap<>();
        int days = 0;
        boolean timed = false;
        for (TextPart part : own) {
            if (measure == Measure.HOURS && part.kind() == Kind.WEEKDAY) {
                days = timed ? Integer.parseInt(part.key()) : days | Integer.parseInt(part.key());
                timed = false;
            } else if (isValue(part, measure)) {
                timed = true;
                if (days == 0) {
                    values.computeIfAbsent(0, any -> new LinkedHashSet<>()).add(part.key());
                }
                for (int day = 1; day <= ALL_DAYS; day <<= 1) {
                    if ((days & day) != 0) {
                        values.computeIfAbsent(day, any -> new LinkedHashSet<>()).add(part.key());
                    }
                }
            }
        }
        return values;
    }
}
