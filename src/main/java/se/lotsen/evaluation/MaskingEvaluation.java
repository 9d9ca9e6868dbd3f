package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import se.lotsen.evaluation.MadeIdentityNumber.Spelling;
import se.lotsen.knowledge.Page;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataKind;
import se.lotsen.privacy.PersonalDataMask;

/**
 * How surely identity numbers are hidden, and what is hidden that is none: numbers made at random in the spellings of
 * people, against texts that hold no personal data. Numbers are never shown: one made at random may be somebody's.
 */
public final class MaskingEvaluation {
    /** Numbers in each spelling; every second is a coordination number. */
    static final int NUMBERS = 1_000;

    private static final ResourceBundle SENTENCES = ResourceBundle
            .getBundle("se.lotsen.evaluation.identity-number-sentences", Locale.of("sv"));

    private final PersonalDataMask mask;
    private final long seed;

    /** @param seed the same seed always makes the same numbers */
    public MaskingEvaluation(PersonalDataMask mask, long seed) {
        this.mask = mask;
        this.seed = seed;
    }

    /**
     * A line without personal data in which something was hidden.
     *
     * @param where file or page, and line
     * @param kinds what it was taken for
     */
    public record FalseHit(String where, List<String> kinds) {
    }

    /**
     * What was found.
     *
     * @param recognised by spelling, and over all: the number is hidden as one, and none of its digits is left
     * @param pageLines lines of the municipality's pages
     * @param sentenceLines lines of the file of sentences
     */
    public record Figures(long seed, Map<String, Share> recognised, int pageLines, List<FalseHit> onPages,
            int sentenceLines, List<FalseHit> inSentences) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("seed", seed);
            Map<String, Object> spellings = new LinkedHashMap<>();
            recognised.forEach((name, share) -> spellings.put(name, FigureJson.share(share)));
            json.put("recognised", spellings);
            json.put("pageLines", pageLines);
            json.put("falseHitsOnPages", onPages);
            json.put("sentenceLines", sentenceLines);
            json.put("falseHitsInSentences", inSentences);
            return json;
        }
    }

    /** Measures; without a file of sentences that part stays empty. */
    public Figures run(Collection<Page> pages, List<Sentence> sentences) {
        List<FalseHit> onPages = new ArrayList<>();
        int lines = 0;
        for (Page page : pages) {
            int number = 0;
            for (String line : page.markdown().lines().toList()) {
                lines++;
                look("pages/" + page.id() + ":" + ++number, line, onPages);
            }
        }
        List<FalseHit> inSentences = new ArrayList<>();
        sentences.forEach(sentence -> look(sentence.where(), sentence.text(), inSentences));
        return new Figures(seed, recognised(), lines, onPages, sentences.size(), inSentences);
    }

    private void look(String where, String text, List<FalseHit> hits) {
        MaskedText masked = mask.mask(text);
        if (!masked.hidden().isEmpty()) {
            hits.add(new FalseHit(where, masked.hidden().stream().map(PersonalDataKind::name).sorted()
                    .map(name -> name.toLowerCase(Locale.ROOT)).toList()));
        }
    }

    private Map<String, Share> recognised() {
        Map<String, Share> recognised = new LinkedHashMap<>();
        List<Boolean> all = new ArrayList<>();
        for (Spelling spelling : Spelling.values()) {
            Random random = new Random(seed);
            List<Boolean> hidden = new ArrayList<>();
            for (int i = 0; i < NUMBERS; i++) {
                MadeIdentityNumber number = MadeIdentityNumber.random(random, i % 2 == 1);
                hidden.add(isHidden(sentence(spelling, number, i)));
            }
            recognised.put(spelling.wireName(), Share.of(hidden, Boolean::booleanValue));
            all.addAll(hidden);
        }
        recognised.put("all", Share.of(all, Boolean::booleanValue));
        return recognised;
    }

    /** Sentences change with every second number, the century with every twelfth, so that all combine. */
    private static String sentence(Spelling spelling, MadeIdentityNumber number, int i) {
        String kind = spelling == Spelling.WORDS_BETWEEN ? "words." : "whole.";
        Object[] parts = spelling.parts(number, i / 12 % 2 == 1);
        return MessageFormat.format(SENTENCES.getString(kind + (1 + i / 2 % 6)), parts);
    }

    private boolean isHidden(String sentence) {
        MaskedText masked = mask.mask(sentence);
        return masked.hidden().contains(PersonalDataKind.IDENTITY_NUMBER)
                && masked.value().chars().noneMatch(Character::isDigit);
    }

    /** A text without personal data, and where it stands. */
    public record Sentence(String where, String text) {

        /** @throws EvaluationInputException when the file cannot be read or holds nothing */
        public static List<Sentence> read(Path file) {
            List<Sentence> sentences = new ArrayList<>();
            try {
                int number = 0;
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    number++;
                    if (!line.isBlank() && !line.startsWith("#")) {
                        sentences.add(new Sentence(file + ":" + number, line));
                    }
                }
            } catch (IOException e) {
                throw EvaluationInputException.unreadable(file, e);
            }
            if (sentences.isEmpty()) {
                throw new EvaluationInputException(file + ": no sentences; write one on each line");
            }
            return sentences;
        }
    }
}
