package se.lotsen.widget;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.YamlLines;

/** Makes palettes of what an editor wrote, and refuses colours that somebody could not read. */
final class PaletteReader {
    private final LookFaults faults;

    PaletteReader(LookFaults faults) {
        this.faults = faults;
    }

    /** @param defaults for colours that are not written; null where every one must be */
    Palette light(@Nullable Map<String, @Nullable String> written, @Nullable Palette defaults) {
        Map<ColourToken, Colour> colours = colours("/colours/light", written);
        for (ColourToken token : ColourToken.values()) {
            if (!colours.containsKey(token)) {
                if (defaults == null) {
                    faults.text(YamlLines.at("/colours/light", token.field()), null);
                }
                colours.put(token, defaults == null ? new Colour(0, 0, 0) : defaults.get(token));
            }
        }
        return checked("light", "/colours/light", new Palette(colours));
    }

    Palette dark(@Nullable Map<String, @Nullable String> written, Palette light) {
        return checked("dark", "/colours/dark", DarkColours.of(light, colours("/colours/dark", written)));
    }

    private Map<ColourToken, Colour> colours(String pointer,
            @Nullable Map<String, @Nullable String> written) {
        Map<ColourToken, Colour> colours = new EnumMap<>(ColourToken.class);
        if (written == null) {
            return colours;
        }
        written.forEach((field, value) -> {
            String at = YamlLines.at(pointer, field);
            Optional<ColourToken> token = ColourToken.of(field);
            if (token.isEmpty()) {
                faults.report(at, Finding.Code.UNKNOWN_FIELD, field);
                return;
            }
            Optional<Colour> colour = Colour.parse(faults.text(at, value));
            if (colour.isEmpty() && value != null && !value.isBlank()) {
                faults.invalid(at);
            }
            colour.ifPresent(read -> colours.put(token.get(), read));
        });
        return colours;
    }

    private Palette checked(String mode, String pointer, Palette palette) {
        // After another fault the colours are not those that the editor means.
        if (faults.none()) {
            for (Contrast pair : palette.faults()) {
                faults.report(YamlLines.at(pointer, pair.front().field()), Finding.Code.LOW_CONTRAST, mode,
                        named(palette, pair.front()), named(palette, pair.back()),
                        Contrast.written(pair.ratio(palette)), Contrast.written(pair.needed()));
            }
        }
        return palette;
    }

    private static String named(Palette palette, ColourToken token) {
        return token.field() + " " + palette.get(token).hex();
    }
}
