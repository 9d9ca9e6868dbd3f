package se.lotsen.widget;

import java.util.List;

/**
 * A row of the table that shows web editors how their colours stand.
 *
 * @param front a field of {@link ColourToken}, as {@code back}
 * @param frontHex {@code #rrggbb}, as {@code backHex}
 * @param ratio with two decimals, as {@code needed}
 */
record ContrastRow(String front, String frontHex, String back, String backHex, String ratio, String needed) {

    /** Every pair of a palette. */
    static List<ContrastRow> of(Palette palette) {
        return Contrast.ALL.stream()
                .map(pair -> new ContrastRow(pair.front().field(), palette.get(pair.front()).hex(),
                        pair.back().field(),
                        palette.get(pair.back()).hex(), Contrast.written(pair.ratio(palette)),
                        Contrast.written(pair.needed())))
                .toList();
    }
}
