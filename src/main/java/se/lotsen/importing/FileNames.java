package se.lotsen.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Names made of other names. */
final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {
    }

    /** A title for what has none but its path: {@code /dok/taxa-2026.pdf} is "Taxa 2026". */
    static String title(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[a-zA-Z]{2,5}$", "")
                .replaceAll("[-_+]+|%20", " ").strip();
        return name.isEmpty() ? path : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A page's id: its title in small letters from a to z; at most {@value #LONGEST} of them. */
    static String slug(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = folded.length() <= LONGEST
                ? folded
                : folded.substring(0, LONGEST).replaceFirst("-[^-]*$", "");
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "sida" : slug;
    }
}
