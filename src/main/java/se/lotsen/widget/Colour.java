package se.lotsen.widget;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An opaque colour of the sRGB space.
 *
 * @param red 0 to 255, as the others
 */
record Colour(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int BYTE = 255;
    private static final int SHADES = 256;
    private static final int HEX_BASE = 16;
    /** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
    private static final double LINEAR_BELOW = 0.04045;
    /** What WCAG adds to both luminances for the light that a screen reflects. */
    private static final double FLARE = 0.05;

    /** Of {@code #rrggbb}; empty for anything else. */
    static Optional<Colour> parse(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(hex.substring(1), HEX_BASE);
        return Optional.of(new Colour(value / (SHADES * SHADES), value / SHADES % SHADES, value % SHADES));
    }

    /** A colour that a program knows. */
    static Colour of(String hex) {
        return parse(hex).orElseThrow(() -> new IllegalArgumentException(hex));
    }

    /** Hue in turns (0 to 1), saturation and lightness 0 to 1: CSS Color 4, section 7. */
    static Colour ofHsl(double hue, double saturation, double lightness) {
        double reach = saturation * Math.min(lightness, 1 - lightness);
        return new Colour(channel(0, hue, lightness, reach), channel(8, hue, lightness, reach),
                channel(4, hue, lightness, reach));
    }

    private static int channel(int offset, double hue, double lightness, double reach) {
        double place = (offset + hue * 12) % 12;
        double value = lightness - reach * Math.max(-1, Math.min(Math.min(place - 3, 9 - place), 1));
        return (int) Math.round(value * BYTE);
    }

    /** The same colour, {@code lightness} (0 to 1) instead of its own. */
    Colour withLightness(double lightness) {
        double max = Math.max(red, Math.max(green, blue)) / (double) BYTE;
        double min = Math.min(red, Math.min(green, blue)) / (double) BYTE;
        double spread = max - min;
        double own = lightness();
        double saturation = spread == 0 ? 0 : spread / (1 - Math.abs(2 * own - 1));
        return ofHsl(hue(max, spread), saturation, lightness);
    }

    double lightness() {
        return (Math.max(red, Math.max(green, blue)) + Math.min(red, Math.min(green, blue)))
                / (2.0 * BYTE);
    }

    private double hue(double max, double spread) {
        if (spread == 0) {
            return 0;
        }
        double r = red / (double) BYTE;
        double g = green / (double) BYTE;
        double b = blue / (double) BYTE;
        double sixths = max == r ? (g - b) / spread : max == g ? (b - r) / spread + 2 : (r - g) / spread + 4;
        return (sixths + 6) % 6 / 6;
    }

    /** From 0 (black) to 1 (white). */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double value = channel / (double) BYTE;
        return value <= LINEAR_BELOW ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** How far two colours stand apart, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
    double contrast(Colour other) {
        double one = luminance() + FLARE;
        double two = other.luminance() + FLARE;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** {@code #rrggbb} in small letters. */
    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
