package se.lotsen.testing;

import java.util.ArrayList;
import java.util.List;

/** Random Swedish words, and random text of any kind at all, from one seed. */
public final class RandomText {
    private static final String LETTERS = "aaabcdeeefghiijklmnnoopqrrssttuvxyzåäöé";
    private static final String SIGNS = " \t\n\u00a0\u200d-,.?!'\"()[]<>";
    private static final List<String> WORDS = List.of("förskola", "avgift", "kommunen", "sopor", "bygglov",
            "när", "öppet", "simhallen", "altan", "återvinningscentral", "parkering", "ansöka", "hemtjänst",
            "kostar", "vad", "skolskjuts", "barn", "fakturan", "telefon", "lördag", "biblioteket", "råttor",
            "vatten", "tillstånd", "bidrag", "serveringstillstånd", "dagis", "tippen", "gifta");

    private final SeededRandom random;

    public RandomText(SeededRandom random) {
        this.random = random;
    }

    /** A word of one to thirty letters. */
    public String word() {
        StringBuilder word = new StringBuilder();
        for (int left = random.between(1, 30); left > 0; left--) {
            word.append(LETTERS.charAt(random.below(LETTERS.length())));
        }
        return word.toString();
    }

    /** A question of real words of the field and invented ones, some misspelt. */
    public String question() {
        List<String> words = new ArrayList<>();
        for (int left = random.between(1, 14); left > 0; left--) {
            String word = random.below(4) == 0 ? word() : random.oneOf(WORDS);
            words.add(random.below(6) == 0 ? misspelt(word) : word);
        }
        return String.join(" ", words) + (random.below(2) == 0 ? "?" : "");
    }

    private String misspelt(String word) {
        int at = random.below(word.length());
        return word.substring(0, at) + word.substring(at + 1) + random.oneOf(List.of("", "s", "ä"));
    }

    /** A sentence of so many words, the first with a capital. */
    public String sentence(int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(random.below(3) == 0 ? random.oneOf(WORDS) : word());
        }
        return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1) + ".";
    }

    /** Any characters of Unicode up to a length, halves of pairs, controls and marks among them. */
    public String anything(int upTo) {
        StringBuilder text = new StringBuilder();
        for (int left = random.between(0, upTo); left > 0; left--) {
            switch (random.below(6)) {
                case 0 -> text.append((char) random.below(0x10000));
                case 1 -> text.appendCodePoint(random.between(0x10000, 0x10FFFF));
                case 2 -> text.append((char) random.between(0x300, 0x36F));
                case 3 -> text.append(SIGNS.charAt(random.below(SIGNS.length())));
                default -> text.append(word());
            }
        }
        return text.toString();
    }
}
