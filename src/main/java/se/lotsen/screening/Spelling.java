package se.lotsen.screening;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ways of comparing words in which spellings that people mix up are one: letters without dots and rings (Swedish,
 * English, Finnish), doubled letters and h-sounds (Somali), forms of alef, ya and ta marbuta and written-on particles
 * (Arabic). Input is a word as {@link TypedText} cuts it.
 */
enum Spelling {
    LATIN {
        @Override
        String form(String word) {
            return folded(word);
        }
    },
    SOMALI {
        @Override
        String form(String word) {
            String one = folded(word).replace("kh", "q").replace("dh", "d").replace('x', 'h');
            return DOUBLED.matcher(one).replaceAll("$1");
        }
    },
    ARABIC {
        @Override
        String form(String word) {
            return arabic(word);
        }

        @Override
        Set<String> forms(String word) {
            Set<String> forms = new LinkedHashSet<>();
            for (String stem : withoutPrefixes(form(word))) {
                forms.add(stem);
                ENDINGS.stream()
                        .filter(ending -> stem.endsWith(ending) && stem.length() >= 3 + ending.length())
                        .forEach(ending -> forms.add(stem.substring(0, stem.length() - ending.length())));
            }
            return forms;
        }
    };

    private static final java.util.regex.Pattern DOUBLED = java.util.regex.Pattern.compile("(\\p{L})\\1+");
    private static final java.util.regex.Pattern MARKS = java.util.regex.Pattern.compile("\\p{M}+");
    /** And, so; then by, to, like, will; then the article: one of each may stand before a word. */
    private static final List<List<String>> PREFIXES = List.of(List.of("و", "ف"), List.of("ب", "ل", "ك", "س"),
            List.of("ال", "ل"));
    /** My, me, your, his, her, our, their; longest first is not needed, as all are tried. */
    private static final List<String> ENDINGS = List.of("ي", "ني", "ك", "كم", "ه", "ها", "نا", "هم", "هن");

    /** How a word of a pattern is compared. */
    abstract String form(String word);

    /** How a typed word may be compared: its form, and what it is without particles that are written together with it. */
    Set<String> forms(String word) {
        return Set.of(form(word));
    }

    static boolean isArabic(String word) {
        return word.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    /** Without dots, rings and accents. */
    static String folded(String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            plain = word.charAt(i) < 0x80;
        }
        if (plain) {
            return word;
        }
        String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('ø', 'o').replace('ı', 'i').replace('ł', 'l').replace("æ", "a").replace("ß",
                "ss");
    }

    private static String arabic(String word) {
        StringBuilder form = new StringBuilder(word.length());
        word.codePoints().forEach(c -> {
            switch (c) {
                case 'أ', 'إ', 'آ', 'ٱ' -> form.append('ا');
                case 'ى', 'ئ', 'ی' -> form.append('ي');
                case 'ؤ' -> form.append('و');
                case 'ة' -> form.append('ه');
                case 'ک', 'گ' -> form.append('ك');
                case 'ء', 'ـ' -> {
                }
                default -> {
                    if (Character.getType(c) != Character.NON_SPACING_MARK) {
                        form.appendCodePoint(c);
                    }
                }
            }
        });
        return form.toString();
    }

    private static Set<String> withoutPrefixes(String word) {
        Set<String> stems = new LinkedHashSet<>(Set.of(word));
        for (List<String> prefixes : PREFIXES) {
            for (String stem : List.copyOf(stems)) {
                prefixes.stream()
                        .filter(prefix -> stem.startsWith(prefix) && stem.length() >= 2 + prefix.length())
                        .forEach(prefix -> stems.add(stem.substring(prefix.length())));
            }
        }
        return stems;
    }
}
