package se.lotsen.grounding;

import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.Grounding.Kind;
import se.lotsen.grounding.Piece.Type;

/** Reads days and months: "5 October", "October 5–18", "the first of May". */
final class DayReader {
    private static final int DAYS = 31;

    private final MarkedPieces pieces;
    /** "October 5": only then can a month's name belong to the figure behind it. */
    private final boolean monthFirst;
    private @Nullable String pending;
    /** The piece that names the month of a day that has been read. */
    private int used = -1;

    DayReader(MarkedPieces pieces, boolean monthFirst) {
        this.pieces = pieces;
        this.monthFirst = monthFirst;
    }

    /**
     * A day, as a claim.
     *
     * @param next the piece after it
     */
    record Day(Claim claim, int next) {
    }

    /** Something else stands between a month and what follows. */
    void forget() {
        pending = null;
    }

    /**
     * A figure as a day of a month.
     *
     * @param from the claim that the figure ends the range of; null for none
     * @return null where it is no day
     */
    @Nullable
    Day figure(Piece piece, int at, @Nullable Claim from) {
        int day = Figures.whole(piece.written());
        if (day < 1 || day > DAYS) {
            return null;
        }
        int next = pieces.afterMarks(at + 1);
        String month = pieces.month(next);
        if (month != null) {
            return new Day(claim(month, day, piece), pieces.after(next));
        }
        if (pieces.is(next, "range") && pieces.is(next + 1, Type.NUMBER)) {
            month = pieces.month(pieces.afterMarks(next + 2));
        }
        if (month != null) {
            return new Day(claim(month, day, piece), at + 1);
        }
        if (pending != null) {
            return new Day(claim(pending, day, piece), next);
        }
        boolean sameMonth = from != null && from.kind() == Kind.DATE && from.key().indexOf('-') > 0
                && pieces.unitAfter(at + 1) == null;
        return sameMonth && from != null ? new Day(claim(from.key().split("-")[0], day, piece), next) : null;
    }

    /** A number in words before a month; null where no month follows. */
    @Nullable
    Claim word(String number, int at, int next) {
        int named = pieces.afterMarks(next);
        String month = pieces.month(named);
        int day = Figures.whole(number);
        if (month == null || day < 1 || day > DAYS) {
            return null;
        }
        used = named;
        return claim(month, day, pieces.get(at));
    }

    /** A month by itself; null where it belongs to a day, or is another word. */
    @Nullable
    Claim month(String name, int at, int next) {
        if (at == used) {
            return null;
        }
        int behind = pieces.afterMarks(next);
        int day = pieces.is(behind, Type.NUMBER) ? Figures.whole(pieces.get(behind).written()) : 0;
        Piece piece = pieces.get(at);
        if (monthFirst && day >= 1 && day <= DAYS && pieces.unitAfter(behind + 1) == null) {
            pending = name.split("\\.")[0];
            return null;
        }
        return !name.endsWith("short") || piece.isCapital() && !piece.initial()
                ? Claim.of(Kind.DATE, name.split("\\.")[0], piece.written())
                : null;
    }

    private static Claim claim(String month, int day, Piece piece) {
        return Claim.of(Kind.DATE, month + "-" + day, piece.written());
    }
}
