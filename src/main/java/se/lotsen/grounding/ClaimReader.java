package se.lotsen.grounding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.grounding.Piece.Type;

/** Reads a sentence of a language into its claims, left to right with a fixed look-ahead. */
final class ClaimReader {
    private static final int DAYS = 31;
    private static final int HOURS = 24;
    private static final int HOUR = 60;
    private static final String RANGE = "range";
    private static final Set<String> UNITS_OF_TIME = Set.of("hour", "minute", "day", "week", "month", "year");

    private final MarkedPieces pieces;
    private final Figures figures;
    private final Claims claims;
    /** "October 5": only then can a month's name belong to the figure behind it. */
    private final boolean monthFirst;
    private boolean inRange;
    private @Nullable Claim last;
    private @Nullable String month;

    private ClaimReader(Lexicon lexicon, List<Piece> pieces) {
        this.pieces = new MarkedPieces(pieces, lexicon);
        this.figures = new Figures(lexicon.hasDecimalComma());
        this.claims = new Claims(pieces);
        this.monthFirst = lexicon.hasMonthFirst();
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
        inRange = false;
        month = null;
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
        int whole = Figures.whole(piece.written());
        int next = whole >= 1 && whole <= DAYS ? dayOfMonth(piece, whole, at) : 0;
        if (next > 0) {
            return next;
        }
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

    /** @return the piece after the date; 0 where the figure is no day */
    private int dayOfMonth(Piece piece, int day, int at) {
        int next = pieces.afterMarks(at + 1);
        String named = pieces.month(next);
        if (named != null) {
            return add(day(named, day, piece), pieces.after(next));
        }
        if (pieces.is(next, RANGE) && pieces.is(next + 1, Type.NUMBER)) {
            named = pieces.month(pieces.afterMarks(next + 2));
        }
        if (named != null) {
            return add(day(named, day, piece), at + 1);
        }
        if (month != null) {
            return add(day(month, day, piece), next);
        }
        Claim before = last;
        boolean sameMonth = inRange && before != null && before.kind() == Kind.DATE
                && before.key().indexOf('-') > 0 && pieces.unitAfter(at + 1) == null;
        return sameMonth && before != null ? add(day(before.key().split("-")[0], day, piece), next) : 0;
    }

    private static Claim day(String month, int day, Piece piece) {
        return Claim.of(Kind.DATE, month + "-" + day, piece.written());
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
            case "number." -> add(new Claim(Kind.NUMBER, rest,
                    pieces.unit(at) == null ? pieces.unitAfter(next) : pieces.unit(at), false, written),
                    next);
            case "maybe." -> add(new Claim(Kind.NUMBER, rest, null, true, written), next);
            case "time." -> add(Claim.of(Kind.TIME, rest, written), next);
            case "unit." -> claims.addUnit(rest);
            case "sense." -> claims.addSense(rest);
            case "month." -> month(rest, at, next);
            default -> {
                if (tag.startsWith("not")) {
                    claims.addSense(tag);
                }
            }
        }
    }

    private void month(String name, int at, int next) {
        int day = pieces.afterMarks(next);
        int whole = pieces.is(day, Type.NUMBER) ? Figures.whole(pieces.get(day).written()) : 0;
        Piece piece = pieces.get(at);
        if (monthFirst && whole >= 1 && whole <= DAYS && pieces.unitAfter(day + 1) == null) {
            month = name.split("\\.")[0];
        } else if (!name.endsWith("short") || piece.isCapital() && !piece.initial()) {
            add(Claim.of(Kind.DATE, name.split("\\.")[0], piece.written()), next);
        }
    }

    private int weekdays(int at, int next) {
        String written = pieces.get(at).written();
        int second = pieces.is(next, RANGE) ? pieces.after(next) : next;
        String to = second > next || pieces.is(at, "from") ? pieces.weekday(second) : null;
        return to == null
                ? add(Claim.of(Kind.WEEKDAY, Objects.requireNonNull(pieces.weekday(at)), written), next)
                : add(Claim.of(Kind.WEEKDAY, pieces.weekday(at) + "-" + to, written), pieces.after(second));
    }
}
