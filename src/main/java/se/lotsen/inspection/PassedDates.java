package se.lotsen.inspection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.TextPart;
import se.lotsen.grounding.TextPart.Kind;
import se.lotsen.knowledge.Statement;
import se.lotsen.inspection.ReadPage.Sentence;

/**
 * Days that have passed and are spoken of as if they were to come: a last day to apply, a season that was, "hösten 2025". A
 * date without a year takes it from the sentence or from what stands above, and without any it returns every year. What is
 * told as history is none, and neither is the first day of what holds since. A table that goes on may begin with rows
 * that have passed, and of a column's head that has passed one row is told.
 */
final class PassedDates {
    private static final Locale SWEDISH = Locale.of("sv");
    /** The last month of each part of the year. */
    private static final Map<String, Integer> ENDS = Map.of("vår", 6, "somm", 8, "höst", 12, "vint", 3);
    private final LocalDate today;
    private final TimeWords words;

    PassedDates(TimeWords words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /**
     * A day that a text means: the last one that it can.
     *
     * @param certain whether it is more than a year, and stands in the sentence with its year
     */
    private record Meant(String written, LocalDate day, boolean certain) {
    }

    List<Fault> on(ReadPage page) {
        Map<Sentence, List<Meant>> all = new LinkedHashMap<>();
        Set<Integer> alive = new HashSet<>();
        for (Sentence sentence : page.sentences()) {
            List<Meant> meant = meant(page, sentence);
            all.put(sentence, meant);
            if (sentence.statement().form() != Statement.Form.SENTENCE
                    && meant.stream().anyMatch(one -> !one.day().isBefore(today))) {
                alive.add(sentence.statement().block());
            }
        }
        List<Fault> faults = new ArrayList<>();
        Set<String> told = new HashSet<>();
        all.forEach((sentence, meant) -> {
            boolean listed = sentence.statement().form() != Statement.Form.SENTENCE;
            boolean goesOn = listed && alive.contains(sentence.statement().block());
            passed(sentence, meant)
                    .filter(one -> !goesOn && (!listed
                            || told.add(sentence.statement().block() + one.written())))
                    .ifPresent(one -> faults.add(Fault.of(FaultKind.PASSED_DATE, sentence.place(),
                            new Detail.Passed(one.written(), one.day()))));
        });
        return faults;
    }

    private Optional<Meant> passed(Sentence sentence, List<Meant> all) {
        if (all.isEmpty() || all.stream().anyMatch(meant -> !meant.day().isBefore(today))) {
            return Optional.empty();
        }
        Meant last = all.getLast();
        return isToCome(sentence, last) ? Optional.of(last) : Optional.empty();
    }

    private List<Meant> meant(ReadPage page, Sentence sentence) {
        List<Meant> all = new ArrayList<>();
        for (int at = 0; at < sentence.parts().size(); at++) {
            Meant meant = meant(page, sentence, at);
            if (meant != null) {
                all.add(meant);
            }
        }
        return all;
    }

    private @Nullable Meant meant(ReadPage page, Sentence sentence, int at) {
        TextPart part = sentence.parts().get(at);
        if (part.kind() == Kind.DATE) {
            int own = year(sentence, at);
            int year = own == 0 ? yearAbove(page, sentence) : own;
            return year == 0 ? null : date(part, year, own != 0);
        }
        boolean dated = at > 0 && sentence.parts().get(at - 1).kind() == Kind.DATE;
        if (part.kind() != Kind.YEAR || dated) {
            return null;
        }
        int year = Integer.parseInt(part.key());
        String before = at > 0 ? sentence.parts().get(at - 1).written().toLowerCase(SWEDISH) : "";
        for (Map.Entry<String, Integer> season : ENDS.entrySet()) {
            if (before.startsWith(season.getKey())) {
                return new Meant(before + " " + part.written(),
                        YearMonth.of(year, season.getValue()).atEndOfMonth(), true);
            }
        }
        return new Meant(part.written(), LocalDate.of(year, 12, 31), false);
    }

    private static @Nullable Meant date(TextPart part, int year, boolean certain) {
        String key = part.key();
        int point = key.indexOf('.');
        try {
            if (point > 0) {
                return new Meant(part.written(),
                        LocalDate.of(year, Integer.parseInt(key.substring(point + 1)),
                                Integer.parseInt(key.substring(0, point))),
                        certain);
            }
            return key.startsWith("m")
                    ? new Meant(part.written(),
                            YearMonth.of(year, Integer.parseInt(key.substring(1))).atEndOfMonth(), certain)
                    : null;
        } catch (DateTimeException e) {
            // "30 februari" is no day.
            return null;
        }
    }

    /** The date's own year, the next one's in the sentence, or the sentence's; 0 for none. */
    private static int year(Sentence sentence, int at) {
        List<TextPart> parts = sentence.parts();
        for (int next = at; next < parts.size(); next++) {
            if (parts.get(next).kind() == Kind.DATE && !parts.get(next).detail().isEmpty()) {
                return Integer.parseInt(parts.get(next).detail());
            }
        }
        return year(parts);
    }

    private static int year(List<TextPart> text) {
        return text.stream().filter(part -> part.kind() == Kind.YEAR).findFirst()
                .map(part -> Integer.parseInt(part.key())).orElse(0);
    }

    private static int yearAbove(ReadPage page, Sentence sentence) {
        return Stream.of(sentence.lead(), sentence.headings(), page.title()).mapToInt(PassedDates::year)
                .filter(year -> year > 0).findFirst().orElse(0);
    }

    /** The nearest word that places the date in time decides; the past wins a tie. */
    private boolean isToCome(Sentence sentence, Meant meant) {
        String text = sentence.statement().text().toLowerCase(SWEDISH);
        String written = meant.written().toLowerCase(SWEDISH);
        int place = text.lastIndexOf(written);
        String before = place < 0 ? text : text.substring(0, place);
        if (words.startsAfter(before) && TimeWords.tokens(text).stream().noneMatch(words::isFuture)) {
            return false;
        }
        List<String> around = TimeWords.tokens(words.joined(before));
        int middle = around.size();
        around.addAll(
                TimeWords.tokens(words.joined(place < 0 ? "" : text.substring(place + written.length()))));
        int past = nearest(around, middle, word -> word.equals(TimeWords.PAST) || words.isPast(word));
        int ahead = nearest(around, middle, word -> word.equals(TimeWords.AHEAD) || words.isAhead(word));
        int last = nearest(around, middle, words::isLast);
        boolean untold = past == Integer.MAX_VALUE;
        return ahead < past || untold && (last < past || meant.certain());
    }

    private static int nearest(List<String> around, int middle, Predicate<String> kind) {
        return IntStream.range(0, around.size()).filter(at -> kind.test(around.get(at)))
                .map(at -> at < middle ? middle - at : at - middle + 1).min().orElse(Integer.MAX_VALUE);
    }
}
