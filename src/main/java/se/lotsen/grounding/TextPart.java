package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import se.lotsen.knowledge.Statement;

/**
 * A word or value of a Swedish text as the checks read it, for rooms that compare texts of their own. It says what stands
 * there and judges nothing.
 *
 * @param kind what it is
 * @param key the same for the same thing however it is written: the stem of a word; a number without its grouping; a date
 *            as day.month, {@code m} and a month, or {@code w} and a week; a time in minutes after midnight, two of them
 *            parted by a dash; weekdays as bits from Monday on; of a limit its sense, such as {@code max}
 * @param detail of a number its unit, of a date its year, of a street its number; else empty
 * @param written as it stands
 * @param border how strongly it belongs to what stands before it, 0..1; a comma makes it at most 0.6
 * @param label whether it is part of a table row's first cell
 * @param weak whether it is a word that any sentence may bring along
 */
public record TextPart(Kind kind, String key, String detail, String written, double border, boolean label,
        boolean weak) {

    /** What a part can be. */
    public enum Kind {
        /** An ordinary word. */
        WORD,
        /** A word with a capital letter inside a sentence. */
        NAME,
        /** A sum of money in kronor. */
        AMOUNT,
        /** Any other number. */
        NUMBER,
        /** A day of a month, a month or a week. */
        DATE,
        /** A year. */
        YEAR,
        /** A time of day or a stretch of time. */
        TIME,
        /** Days of the week. */
        WEEKDAY,
        /** A telephone number. */
        PHONE,
        /** An e-mail address. */
        EMAIL,
        /** A web address. */
        LINK,
        /** A street. */
        PLACE,
        /** What a sum or number is per. */
        PERIOD,
        /** A word that has an opposite, such as "open". */
        OPPOSITE,
        /** A "not". */
        NEGATION,
        /** At most, at least, only, before, at the latest. */
        LIMIT,
        /** Must, may, should. */
        MODALITY
    }

    /** A text read, left to right. */
    public static List<TextPart> of(String text) {
        return parts(Reading.of(text), 0);
    }

    /** A statement read, left to right. */
    public static List<TextPart> of(Statement statement) {
        Reading reading = Reading.of(statement.text());
        return parts(reading, statement.form() == Statement.Form.TABLE_ROW ? reading.labels() : 0);
    }

    private static List<TextPart> parts(Reading reading, int labels) {
        List<TextPart> parts = new ArrayList<>();
        int item = 0;
        for (Item piece : reading.pieces()) {
            boolean operator = isOperator(piece.role());
            parts.add(new TextPart(kind(piece), piece.isYear() ? piece.key().substring(1) : piece.key(),
                    piece.detail(), piece.written(), piece.border(), item < labels,
                    operator || Words.isGlue(piece.written()) || Words.isLight(piece.written())));
            item += operator ? 0 : 1;
        }
        return List.copyOf(parts);
    }

    private static boolean isOperator(Role role) {
        return role == Role.NEGATION || role == Role.QUANTIFIER || role == Role.MODALITY;
    }

    private static Kind kind(Item piece) {
        return switch (piece.role()) {
            case WORD -> Kind.WORD;
            case NAME -> Kind.NAME;
            case AMOUNT -> Kind.AMOUNT;
            case NUMBER -> Kind.NUMBER;
            case DATE -> piece.isYear() ? Kind.YEAR : Kind.DATE;
            case TIME -> Kind.TIME;
            case WEEKDAY -> Kind.WEEKDAY;
            case PHONE -> Kind.PHONE;
            case EMAIL -> Kind.EMAIL;
            case LINK -> Kind.LINK;
            case PLACE -> Kind.PLACE;
            case PERIOD -> Kind.PERIOD;
            case OPPOSITE -> Kind.OPPOSITE;
            case NEGATION -> Kind.NEGATION;
            case QUANTIFIER -> Kind.LIMIT;
            case MODALITY -> Kind.MODALITY;
        };
    }
}
