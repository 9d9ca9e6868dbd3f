package se.lotsen.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells which of the configured languages a text is written in. Short texts say little, and a municipality is mostly
 * written to in its own language: another one needs evidence, and a text that gives none is taken for the first
 * configured language. Safe for concurrent use.
 */
public final class LanguageIdentifier {
    /** What is certainly none of the configured languages (BCP 47: undetermined). */
    public static final String UNKNOWN = "und";

    /** The model's names (ISO 639-3) of languages that a configured name (BCP 47) stands for. */
    private static final Map<String, String> NAMES = Map.of("swe", "sv", "eng", "en", "fin", "fi", "ara",
            "ar", "som",
            "so");
    private static final Map<String, Character.UnicodeScript> SCRIPTS = Map.of("ar",
            Character.UnicodeScript.ARABIC);

    /** A foreign language must be this many times as probable as the home language; the model's figures lie close. */
    private static final double CLEARLY = 1.25;
    /** The fewer the letters, the less the model knows: below this a text in the home language's script is at home. */
    private static final int FEWEST_LETTERS = 4;

    private final List<String> languages;
    private final CommonWords commonWords;

    /**
     * @param languages the configured languages as BCP 47 names, the home language first; each must be one of sv, en,
     *            fi, ar, so
     * @throws IllegalArgumentException for none, or one that cannot be told apart
     */
    public LanguageIdentifier(List<String> languages) {
        if (languages.isEmpty() || !Set.copyOf(NAMES.values()).containsAll(languages)) {
            throw new IllegalArgumentException(
                    "lotsen.languages: one or more of " + NAMES.values() + ", but it is "
                            + languages);
        }
        this.languages = List.copyOf(languages);
        this.commonWords = new CommonWords(languages);
    }

    /** Read once; it does not change. */
    private static final class Trained {
        static final LanguageDetectorModel MODEL = read();

        private static LanguageDetectorModel read() {
            try (InputStream in = Objects.requireNonNull(
                    LanguageIdentifier.class.getResourceAsStream("/langdetect-183.bin"))) {
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The language that is taken for granted where a text says nothing. */
    public String home() {
        return languages.getFirst();
    }

    /** The configured languages but the home language. */
    public List<String> foreign() {
        return languages.subList(1, languages.size());
    }

    /** One of the configured languages, or {@link #UNKNOWN}. Never null; anything may be asked. */
    public String identify(String text) {
        String script = byScript(text);
        if (!script.isEmpty()) {
            return script;
        }
        if (text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return home();
        }
        return byWordsAndModel(text);
    }

    /** A configured language with a script of its own, UNKNOWN for a foreign script, empty for Latin. */
    private String byScript(String text) {
        int[] latin = {0};
        List<Character.UnicodeScript> others = new ArrayList<>();
        text.codePoints().filter(Character::isLetter).forEach(letter -> {
            Character.UnicodeScript script = Character.UnicodeScript.of(letter);
            if (script == Character.UnicodeScript.LATIN) {
                latin[0]++;
            } else {
                others.add(script);
            }
        });
        if (others.size() <= latin[0]) {
            return "";
        }
        return languages.stream()
                .filter(language -> SCRIPTS.containsKey(language)
                        && others.stream().filter(SCRIPTS.get(language)::equals).count() * 2 > others.size())
                .findFirst()
                .orElse(UNKNOWN);
    }

    private String byWordsAndModel(String text) {
        Language[] ranked = new LanguageDetectorME(Trained.MODEL).predictLanguages(text);
        double atHome = evidence(ranked, home(), text);
        String best = home();
        double most = atHome;
        for (String language : languages) {
            double evidence = evidence(ranked, language, text);
            if (!SCRIPTS.containsKey(language) && evidence > most && evidence > CLEARLY * atHome) {
                best = language;
                most = evidence;
            }
        }
        return best;
    }

    /** The model's probability, raised for each of the language's own small words. */
    private double evidence(Language[] ranked, String language, String text) {
        double probability = 1e-4;
        for (Language candidate : ranked) {
            if (language.equals(NAMES.get(candidate.getLang()))) {
                probability += candidate.getConfidence();
            }
        }
        return probability * Math.pow(CommonWords.RATIO, commonWords.count(language, text));
    }
}
