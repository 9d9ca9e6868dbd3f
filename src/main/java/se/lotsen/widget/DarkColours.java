package se.lotsen.widget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Colours for dark screens where a municipality has set none. The grounds, their texts and lines are fixed greys. The
 * municipality's colour, links, faults and the focus keep hue and saturation and become lighter in steps of one
 * hundredth until text in them can be read (4.5:1) on every ground; words on the municipality's colour are as dark as the
 * page. What an editor has written stays as it is, and the grounds that somebody has set are those that count.
 */
final class DarkColours {
    private static final Map<ColourToken, Colour> GREYS = Map.of(ColourToken.GROUND, Colour.of("#12181a"),
            ColourToken.SAND, Colour.of("#1c2427"), ColourToken.MIST, Colour.of("#243033"),
            ColourToken.TEXT, Colour.of("#eef2f1"), ColourToken.QUIET, Colour.of("#b4c0be"),
            ColourToken.LINE, Colour.of("#4b5a5d"), ColourToken.MARK, Colour.of("#4a3a0a"),
            ColourToken.MARK_LINE, Colour.of("#d9a441"));
    private static final List<ColourToken> LIGHTENED = List.of(ColourToken.BRAND, ColourToken.BRAND_DARK,
            ColourToken.LINK, ColourToken.ERROR, ColourToken.FOCUS);
    private static final double STEP = 0.01;

    private DarkColours() {
    }

    /** @param written what an editor has set for dark screens, from nothing to everything */
    static Palette of(Palette light, Map<ColourToken, Colour> written) {
        Map<ColourToken, Colour> dark = new EnumMap<>(ColourToken.class);
        dark.putAll(GREYS);
        dark.putAll(written);
        List<Colour> grounds = ColourToken.GROUNDS.stream().map(dark::get).toList();
        for (ColourToken token : LIGHTENED) {
            dark.computeIfAbsent(token, missing -> lightened(light.get(token), grounds));
        }
        dark.putIfAbsent(ColourToken.ON_BRAND, grounds.getFirst());
        return new Palette(dark);
    }

    /** White where no lightness is enough; whoever checks the palette then says so. */
    private static Colour lightened(Colour colour, List<Colour> grounds) {
        for (double lightness = colour.lightness(); lightness < 1; lightness += STEP) {
            Colour lighter = colour.withLightness(lightness);
            if (grounds.stream().allMatch(ground -> lighter.contrast(ground) >= Contrast.TEXT_NEEDS)) {
                return lighter;
            }
        }
        return new Colour(255, 255, 255);
    }
}
