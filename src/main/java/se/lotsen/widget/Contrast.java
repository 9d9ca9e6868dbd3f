package se.lotsen.widget;

import static se.lotsen.widget.ColourToken.BRAND;
import static se.lotsen.widget.ColourToken.BRAND_DARK;
import static se.lotsen.widget.ColourToken.ERROR;
import static se.lotsen.widget.ColourToken.FOCUS;
import static se.lotsen.widget.ColourToken.GROUND;
import static se.lotsen.widget.ColourToken.LINK;
import static se.lotsen.widget.ColourToken.MARK;
import static se.lotsen.widget.ColourToken.MARK_LINE;
import static se.lotsen.widget.ColourToken.ON_BRAND;
import static se.lotsen.widget.ColourToken.QUIET;
import static se.lotsen.widget.ColourToken.SAND;
import static se.lotsen.widget.ColourToken.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two colours that meet on our pages, and how far apart they must be.
 *
 * @param front the text or the edge
 * @param back what it stands on
 * @param needed the least ratio: {@link #TEXT_NEEDS} or {@link #PARTS_NEED}
 */
record Contrast(ColourToken front, ColourToken back, double needed) {
    /** Text below 24 px: https://www.w3.org/TR/WCAG22/#contrast-minimum */
    static final double TEXT_NEEDS = 4.5;
    /** Edges of controls and the focus: https://www.w3.org/TR/WCAG22/#non-text-contrast */
    static final double PARTS_NEED = 3;

    /** Every pair that the style sheets use. {@link ColourToken#LINE} is decoration and in none. */
    static final List<Contrast> ALL = all();

    private static List<Contrast> all() {
        List<Contrast> all = new ArrayList<>();
        for (ColourToken text : List.of(TEXT, QUIET, LINK, BRAND_DARK)) {
            ColourToken.GROUNDS.forEach(ground -> all.add(new Contrast(text, ground, TEXT_NEEDS)));
        }
        all.add(new Contrast(TEXT, MARK, TEXT_NEEDS));
        all.add(new Contrast(ERROR, GROUND, TEXT_NEEDS));
        all.add(new Contrast(ERROR, SAND, TEXT_NEEDS));
        all.add(new Contrast(ON_BRAND, BRAND, TEXT_NEEDS));
        all.add(new Contrast(ON_BRAND, BRAND_DARK, TEXT_NEEDS));
        for (ColourToken part : List.of(BRAND, FOCUS)) {
            ColourToken.GROUNDS.forEach(ground -> all.add(new Contrast(part, ground, PARTS_NEED)));
        }
        all.add(new Contrast(MARK_LINE, GROUND, PARTS_NEED));
        return List.copyOf(all);
    }

    double ratio(Palette palette) {
        return palette.get(front).contrast(palette.get(back));
    }

    boolean holds(Palette palette) {
        return ratio(palette) >= needed;
    }

    /** A ratio as Swedish writes it, cut and never rounded up: what falls short must not look as if it held. */
    static String written(double ratio) {
        return String.format(Locale.of("sv"), "%.2f", Math.floor(ratio * 100) / 100);
    }
}
