package se.lotsen.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.feedback.Part;
import se.lotsen.feedback.SatisfactionFigures;
import se.lotsen.spreadsheet.Spreadsheet;

/**
 * The numbers of a time as a file: one in a line, with what it is of. Nobody's words are in it. A number that is of a part
 * (a language, a department, a queue, an ending) is not told when it is 1 or 2, as it could point to a person; and the
 * smallest that is told beside it is hidden, too, so that it cannot be reckoned back from the sum.
 */
final class InsightCsv {
    /** The smallest number of a part that is told. */
    static final int FEWEST = 3;
    private final InsightText text;

    InsightCsv(InsightText text) {
        this.text = text;
    }

    /** A number of one part of a division. */
    private record Piece(String code, String name, long amount) {
    }

    /** The file as it grows: every line says its time and its choice. */
    private record Sheet(Period period, Filter filter, List<List<String>> rows) {
        void add(String measure, String division, String code, String name, String amount) {
            rows.add(List.of(period.from().toString(), period.to().toString(), filter.language(),
                    filter.owner(), measure, division, code, name, amount));
        }
    }

    String of(Period period, Filter filter, Tally tally) {
        Sheet sheet = new Sheet(period, filter, new ArrayList<>());
        sheet.rows.add(List.of(text.say("csv.columns").split(";")));
        for (Measure measure : Measure.values()) {
            if (filter.isAll() || Filter.isByQuestion(measure)) {
                measure(sheet, measure, tally);
            }
        }
        return Spreadsheet.csv(sheet.rows);
    }

    private void measure(Sheet sheet, Measure measure, Tally tally) {
        long sum = tally.sum(measure);
        switch (measure) {
            case SCORES -> {
                for (Part part : Part.values()) {
                    satisfaction(sheet, part, tally.satisfaction(part));
                }
            }
            case WAIT_SECONDS -> add(sheet, measure, "all", "", "",
                    tally.sum(Measure.ACCEPTED) < FEWEST ? few() : Long.toString(sum));
            default -> {
                boolean told = sheet.filter.isAll() || sum == 0 || sum >= FEWEST;
                add(sheet, measure, "all", "", "", told ? Long.toString(sum) : few());
                divided(sheet, measure, "code", tally.by(measure, Total::code), code -> name(measure, code));
                if (Filter.isByQuestion(measure)) {
                    divided(sheet, measure, "language", tally.by(measure, Total::language), text::language);
                    divided(sheet, measure, "owner", tally.by(measure, Total::owner), text::owner);
                }
            }
        }
    }

    private void divided(Sheet sheet, Measure measure, String division, Map<String, Long> amounts,
            Function<String, String> name) {
        List<Piece> pieces = amounts.entrySet().stream()
                .map(one -> new Piece(one.getKey(), name.apply(one.getKey()), one.getValue())).toList();
        Piece beside = beside(pieces);
        for (Piece piece : pieces) {
            String amount = piece.amount() < FEWEST
                    ? few()
                    : piece.equals(beside) ? text.say("csv.hidden") : Long.toString(piece.amount());
            add(sheet, measure, division, piece.code(), piece.name(), amount);
        }
    }

    /** What is hidden beside small numbers; null where there are none. */
    private static @Nullable Piece beside(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> piece.amount() >= FEWEST)
                ? null
                : pieces.stream().filter(piece -> piece.amount() >= FEWEST)
                        .min(Comparator.comparingLong(Piece::amount)).orElse(null);
    }

    private void satisfaction(Sheet sheet, Part part, SatisfactionFigures figures) {
        SatisfactionFigures.Mean mean = figures.index();
        String name = text.say("figure.satisfied-" + part.code());
        add(sheet, Measure.SCORES, "replies", part.name(), name, Integer.toString(figures.replies()));
        add(sheet, Measure.SCORES, "index", part.name(), name,
                mean == null ? text.say("few") : Long.toString(Math.round(mean.value())));
    }

    private String few() {
        return text.say("csv.few", InsightText.number(FEWEST));
    }

    private String name(Measure measure, String code) {
        return switch (measure) {
            case QUESTIONS, HANDED_OVER, HELPFUL, NOT_HELPFUL, REPEATS -> text
                    .say("kind." + AnswerOutcome.valueOf(code).kind());
            case VISITS, SELF_SERVED, UNSOLVED, UNSOLVED_TO_PERSON -> text.say("route." + code);
            case WAIT_STEP -> WaitCount.name(text, Long.parseLong(code));
            case GRADES -> text.say("grade." + code);
            default -> code;
        };
    }

    private void add(Sheet sheet, Measure measure, String division, String code, String name, String amount) {
        sheet.add(text.say("measure." + measure), text.say("csv." + division), code, name, amount);
    }
}
