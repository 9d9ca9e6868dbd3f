package se.lotsen.widget;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A colour for each {@link ColourToken}. */
final class Palette {
    private final Map<ColourToken, Colour> colours;

    /** @throws IllegalArgumentException when a colour is missing */
    Palette(Map<ColourToken, Colour> colours) {
        this.colours = new EnumMap<>(colours);
        if (colours.size() < ColourToken.values().length) {
            throw new IllegalArgumentException(colours.keySet().toString());
        }
    }

    Colour get(ColourToken token) {
        Colour colour = colours.get(token);
        if (colour == null) {
            throw new IllegalArgumentException(token.field());
        }
        return colour;
    }

    /** The pairs that are too close to each other; empty when everybody can read. */
    List<Contrast> faults() {
        return Contrast.ALL.stream().filter(pair -> !pair.holds(this)).toList();
    }

    /** As declarations of custom properties. */
    String css() {
        return colours.entrySet().stream()
                .map(entry -> entry.getKey().property() + ":" + entry.getValue().hex())
                .collect(Collectors.joining(";"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Palette palette && palette.colours.equals(colours);
    }

    @Override
    public int hashCode() {
        return colours.hashCode();
    }
}
