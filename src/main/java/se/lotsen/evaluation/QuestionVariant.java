package se.lotsen.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How people type what the question file spells well. The same question, variant and seed always give the same text. */
public enum QuestionVariant {
    /** å, ä and ö typed as a, a and o, and all other marks left out. */
    WITHOUT_DIACRITICS("withoutDiacritics") {
        @Override
        String of(String question, Random random, KnownWords words) {
            return Normalizer.normalize(question, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        }
    },
    /** One typo in about every third long word. */
    TYPOS("typos") {
        @Override
        String of(String question, Random random, KnownWords words) {
            return LONG_WORD.matcher(question)
                    .replaceAll(word -> random.nextInt(3) == 0 ? typo(word, random) : word.group());
        }
    },
    /** Compounds written apart where both halves are words of the texts. */
    COMPOUNDS_APART("compoundsApart") {
        @Override
        String of(String question, Random random, KnownWords words) {
            return LONG_WORD.matcher(question).replaceAll(word -> words.apart(word.group()));
        }
    },
    /** Small letters, no punctuation. */
    LOWER_CASE("lowerCase") {
        @Override
        String of(String question, Random random, KnownWords words) {
            return question.toLowerCase(SWEDISH).replaceAll("\\p{P}+", " ").replaceAll("\\s+", " ").strip();
        }
    },
    /** Capitals alone. */
    CAPITALS("capitals") {
        @Override
        String of(String question, Random random, KnownWords words) {
            return question.toUpperCase(SWEDISH);
        }
    };

    private static final long SEED = 20261123;
    private static final Locale SWEDISH = Locale.of("sv");
    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{5,}");
    private static final List<String> KEYBOARD = List.of("qwertyuiopå", "asdfghjklöä", "zxcvbnm");

    private final String wireName;

    QuestionVariant(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in JSON. */
    public String wireName() {
        return wireName;
    }

    abstract String of(String question, Random random, KnownWords words);

    /** @param id of the question, so that its typos do not depend on the questions before it */
    String of(String id, String question, KnownWords words) {
        return of(question, new Random(SEED * 31 + id.hashCode()), words);
    }

    /** The first letter stays: people seldom miss it. */
    private static String typo(MatchResult match, Random random) {
        StringBuilder word = new StringBuilder(match.group());
        int at = 1 + random.nextInt(word.length() - 2);
        switch (random.nextInt(4)) {
            case 0 -> word.insert(at, word.charAt(at + 1)).deleteCharAt(at + 2);
            case 1 -> word.deleteCharAt(at);
            case 2 -> word.insert(at, word.charAt(at));
            default -> word.setCharAt(at, neighbour(word.charAt(at), random));
        }
        return word.toString();
    }

    private static char neighbour(char letter, Random random) {
        for (String row : KEYBOARD) {
            int key = row.indexOf(Character.toLowerCase(letter));
            if (key >= 0) {
                List<Character> beside = new ArrayList<>();
                if (key > 0) {
                    beside.add(row.charAt(key - 1));
                }
                if (key + 1 < row.length()) {
                    beside.add(row.charAt(key + 1));
                }
                return beside.get(random.nextInt(beside.size()));
            }
        }
        return 'e';
    }
}
