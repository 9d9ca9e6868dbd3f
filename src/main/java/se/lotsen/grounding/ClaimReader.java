package se.lotsen.grounding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.grounding.Piece.Type;

/** Reads a sentence of a language into its claims, left to right with a fixed look-ahead. */
final class ClaimReader {
    private static final int HOURS = 24;
    private static final int HOUR = 60;
    private static final String RANGE = "range";
    private static final String WEEKDAYS = "31";
    private static final Set<String> UNITS_OF_TIME = Set.of("hour", "minute", "day", "week", "month", "year");

    private final MarkedPieces pieces;
    private final Figures figures;
    private final Claims claims;
    private final DayReader days;
    private boolean inRange;
    /** The piece behind the last claim. */
    private int counted;
    private @Nullable Claim last;

    private ClaimReader(Lexicon lexicon, List<Piece> pieces) {
        this.pieces = new MarkedPieces(pieces, lexicon);
        this.figures = new Figures(lexicon.hasDecimalComma());
        this.claims = new Claims(pieces);
        this.days = new DayReader(this.pieces, lexicon.hasMonthFirst());
    }

    /** @param legible without the terms in brackets */
    static Claims read(String language, String legible) {
        ClaimReader reader = new ClaimReader(Lexicon.of(language), Piece.of(legible));
        int at = 0;
        while (at < reader.pieces.size()) {
            at = reader.next(at);
        }
        return reader.claims;
    }

    private int next(int at) {
        Piece piece = pieces.get(at);
        return switch (piece.type()) {
            case LINK ->
                add(Claim.of(Kind.LINK, Addresses.canonical(piece.lower()), piece.written()), at + 1);
            case EMAIL -> add(Claim.of(Kind.EMAIL, piece.lower(), piece.written()), at + 1);
            case PHONE -> add(Claim.of(Kind.PHONE, Figures.phone(piece.written()), piece.written()), at + 1);
            case DATE -> date(piece, at);
            case CLOCK -> clock(piece, at);
            case NUMBER -> number(piece, at);
            case WORD, SIGN -> word(at);
        };
    }

    private int add(Claim claim, int next) {
        claims.add(claim);
        last = claim;
        counted = next;
        inRange = false;
        days.forget();
        return next;
    }

    private int date(Piece piece, int at) {
        String[] parts = Figures.date(piece.written());
        add(Claim.of(Kind.DATE, parts[1] + "-" + parts[2], piece.written()), at);
        return add(Claim.of(Kind.NUMBER, parts[0], piece.written()), at + 1);
    }

    private int clock(Piece piece, int at) {
        int minutes = Figures.minutes(piece.written());
        String unit = pieces.unitAfter(at + 1);
        boolean measured = unit != null && !UNITS_OF_TIME.contains(unit) || pieces.is(at - 1, "unit.kr");
        return minutes < 0 || measured ? figure(piece, at) : time(minutes, piece, at);
    }

    private int time(int minutes, Piece piece, int at) {
        int half = pieces.half(at + 1);
        int next = half == 0 ? at + 1 : pieces.after(at + 1);
        int partner = half == 0 ? pieces.halfOfPartner(at + 1) : half;
        String key = Integer.toString(Figures.inHalf(minutes, partner));
        return add(Claim.of(Kind.TIME, key, piece.written()), next);
    }

    private int number(Piece piece, int at) {
        DayReader.Day day = days.figure(piece, at, inRange ? last : null);
        if (day != null) {
            return add(day.claim(), day.next());
        }
        int whole = Figures.whole(piece.written());
        return whole >= 0 && whole <= HOURS && isHour(at) ? time(whole * HOUR, piece, at) : figure(piece, at);
    }

    private boolean isHour(int at) {
        if (pieces.half(at + 1) != 0) {
            return true;
        }
        if (pieces.unitAfter(at + 1) != null) {
            return false;
        }
        boolean untilTime = pieces.is(at + 1, RANGE)
                && (pieces.is(at + 2, Type.CLOCK) || pieces.half(at + 3) != 0);
        return untilTime || pieces.is(at - 1, "clock") || inRange && last != null && last.kind() == Kind.TIME;
    }

    private int figure(Piece piece, int at) {
        String unit = pieces.unitAfter(at + 1);
        return add(new Claim(Kind.NUMBER, figures.number(piece.written()),
                unit == null ? pieces.unitBefore(at) : unit,
                false, piece.written()), at + 1);
    }

    private int word(int at) {
        int next = pieces.after(at);
        if (pieces.is(at, RANGE)) {
            inRange = true;
        } else if (pieces.is(at, Type.WORD)) {
            inRange = false;
        }
        pieces.match(at).tags().forEach(tag -> read(tag, at, next));
        return pieces.weekday(at) == null ? next : weekdays(at, next);
    }

    private void read(String tag, int at, int next) {
        String rest = tag.substring(tag.indexOf('.') + 1);
        String written = pieces.get(at).written();
        switch (tag.substring(0, tag.length() - rest.length())) {
            case "number.", "maybe." -> counting(rest, tag.startsWith("maybe"), at, next);
            case "time." -> add(Claim.of(Kind.TIME, rest, written), next);
            case "unit." -> claims.addUnit(rest);
            case "sense." -> claims.addSense(rest);
            case "month." -> month(rest, at, next);
            default -> {
                if (tag.equals("workday")) {
                    // It may stand for a weekday, or be a span of time.
                    claims.add(new Claim(Kind.WEEKDAY, WEEKDAYS, null, true, written));
                } else if (tag.startsWith("not")) {
                    claims.addSense(tag);
                }
            }
        }
    }

    private void counting(String number, boolean maybe, int at, int next) {
        Claim day = days.word(number, at, next);
        String own = pieces.unit(at);
        add(day != null
                ? day
                : new Claim(Kind.NUMBER, number, maybe ? null : own == null ? pieces.unitAfter(next) : own,
                        maybe,
                        pieces.get(at).written()),
                next);
    }

    private void month(String name, int at, int next) {
        Claim month = days.month(name, at, next);
        if (month != null) {
            add(month, next);
        }
    }

    private int weekdays(int at, int next) {
        Claim before = last;
        if (counted == at && before != null && before.kind() == Kind.NUMBER) {
            // "Two weekdays" is a span of time.
            claims.addUnit("day");
            return next;
        }
        String written = pieces.get(at).written();
        int second = pieces.is(next, RANGE) ? pieces.after(next) : next;
        String to = second > next || pieces.is(at, "from") ? pieces.weekday(second) : null;
        return to == null
                ? add(Claim.of(Kind.WEEKDAY, Objects.requireNonNull(pieces.weekday(at)), written), next)
                : add(Claim.of(Kind.WEEKDAY, pieces.weekday(at) + "-" + to, written), pieces.after(second));
    }
}
