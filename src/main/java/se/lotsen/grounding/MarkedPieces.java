package se.lotsen.grounding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pieces of a text, and what the lexicon of its language tells of each. */
final class MarkedPieces {
    private final List<Piece> pieces;
    private final Lexicon lexicon;

    MarkedPieces(List<Piece> pieces, Lexicon lexicon) {
        this.pieces = pieces;
        this.lexicon = lexicon;
    }

    int size() {
        return pieces.size();
    }

    Piece get(int at) {
        return pieces.get(at);
    }

    Lexicon.Match match(int at) {
        return at >= 0 && at < pieces.size() ? lexicon.at(pieces, at) : Lexicon.Match.NONE;
    }

    /** The piece after the phrase that begins here. */
    int after(int at) {
        return at + match(at).length();
    }

    boolean is(int at, String tag) {
        return match(at).tags().contains(tag);
    }

    boolean is(int at, Piece.Type type) {
        return at >= 0 && at < pieces.size() && pieces.get(at).is(type);
    }

    /** Past "th", "of" and the like, to where a month may stand. */
    int afterMarks(int from) {
        int at = from;
        while (at < pieces.size()
                && (is(at, "ordinal") || is(at, "of")
                        || at == from && pieces.get(at).written().equals("."))) {
            at++;
        }
        return at;
    }

    @Nullable
    String month(int at) {
        String month = rest(match(at).tags(), "month.");
        return month == null ? null : month.split("\\.")[0];
    }

    @Nullable
    String weekday(int at) {
        return rest(match(at).tags(), "weekday.");
    }

    @Nullable
    String unit(int at) {
        return rest(match(at).tags(), "unit.");
    }

    /** The unit of the figure that ends before a piece, past the rest of a range: "7–19 years", "7-year-olds". */
    @Nullable
    String unitAfter(int at) {
        if (is(at, "range") && is(at + 1, Piece.Type.NUMBER)) {
            return unitAfter(at + 2);
        }
        boolean hyphen = is(at, Piece.Type.SIGN) && pieces.get(at).written().equals("-");
        return unit(hyphen ? at + 1 : at);
    }

    /** The unit before a figure, where it does not belong to the figure before that. */
    @Nullable
    String unitBefore(int at) {
        return is(at - 2, Piece.Type.NUMBER) ? null : unit(at - 1);
    }

    private static @Nullable String rest(Set<String> tags, String head) {
        return tags.stream().filter(tag -> tag.startsWith(head)).map(tag -> tag.substring(head.length()))
                .findFirst().orElse(null);
    }

    /** -1 before noon, 1 after, 0 where nothing is said. */
    int half(int at) {
        if (is(at, "am")) {
            return -1;
        }
        return is(at, "pm") ? 1 : 0;
    }

    /** "1–5 pm": the first has the half of the second. */
    int halfOfPartner(int at) {
        boolean range = is(at, "range") && (is(at + 1, Piece.Type.NUMBER) || is(at + 1, Piece.Type.CLOCK));
        return range ? half(at + 2) : 0;
    }
}
