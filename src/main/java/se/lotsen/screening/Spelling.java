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
            return somali(folded(word));
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

    /** In this order. */
    static final List<Spelling> ALL = List.of(values());

    private static final java.util.regex.Pattern MARKS = java.util.regex.Pattern.compile("\\p{M}+");
    private static final char FIRST_ARABIC = 0x600;
    private static final char[] BARE = bare();
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
        for (int i = 0, c; i < word.length(); i += Character.charCount(c)) {
            c = word.codePointAt(i);
            if (c >= FIRST_ARABIC && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC) {
                return true;
            }
        }
        return false;
    }

    /** Without dots, rings and accents. */
    static String folded(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= BARE.length) {
                return foldedSlowly(word);
            }
            if (BARE[c] != c) {
                return foldedFrom(word, i);
            }
        }
        return word;
    }

    private static String foldedFrom(String word, int from) {
        StringBuilder bare = new StringBuilder(word.length()).append(word, 0, from);
        for (int i = from; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= BARE.length || BARE[c] == 0) {
                return foldedSlowly(word);
            }
            bare.append(BARE[c]);
        }
        return bare.toString();
    }

    private static String foldedSlowly(String word) {
        String bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('ø', 'o').replace('ı', 'i').replace('ł', 'l').replace("æ", "a").replace("ß",
                "ss");
    }

    /** By letter what is left of it, for letters of which one letter is left; 0 for others. */
    private static char[] bare() {
        char[] bare = new char[FIRST_ARABIC + 0x100];
        for (char c = 1; c < bare.length; c++) {
            String left = c < 0x80 ? String.valueOf(c) : foldedSlowly(String.valueOf(c));
            bare[c] = left.length() == 1 ? left.charAt(0) : 0;
        }
        return bare;
    }

    /** Doubled letters are one, and so are the sounds that people write in several ways. */
    private static String somali(String word) {
        StringBuilder form = new StringBuilder(word.length());
        int before = -1;
        for (int i = 0, c; i < word.length(); i += Character.charCount(c)) {
            c = word.codePointAt(i);
            int one = c == 'x' ? 'h' : c;
            if ((c == 'k' || c == 'd') && i + 1 < word.length() && word.charAt(i + 1) == 'h') {
                one = c == 'k' ? 'q' : 'd';
                i++;
            }
            if (one != before || !Character.isLetter(one)) {
                form.appendCodePoint(one);
            }
            before = one;
        }
        return form.toString();
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
