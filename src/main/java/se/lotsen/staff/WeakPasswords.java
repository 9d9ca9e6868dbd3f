package se.lotsen.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords that are among the first to be guessed (OWASP ASVS 5.0, 6.2.4, 6.2.11 and 6.2.12): a common word, or a word of the
 * place, with figures and signs round it or written twice; rows of a keyboard; few letters again and again. Several words
 * after one another are good.
 */
final class WeakPasswords {
    private static final String LIST = "common-passwords.txt";
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final List<String> ROWS = Stream
            .of("abcdefghijklmnopqrstuvwxyzåäö", "qwertyuiopå", "asdfghjklöä", "zxcvbnm", "01234567890",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString())).toList();
    /** Of a row's letters so many after one another are no accident. */
    private static final int RUN = 4;
    private static final int FEWEST_LETTERS = 5;
    private final Set<String> words;

    /** @param ofThePlace further words, such as the municipality's name */
    WeakPasswords(Collection<String> ofThePlace) {
        this.words = read();
        ofThePlace.stream().map(WeakPasswords::small).map(WeakPasswords::core).forEach(words::add);
        words.remove("");
    }

    private static Set<String> read() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WeakPasswords.class.getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
            Set<String> words = new HashSet<>();
            list.lines().filter(line -> !line.startsWith("#")).forEach(words::add);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param own what belongs to the person, such as the user name; names of three letters and fewer do not count */
    boolean has(String password, Collection<String> own) {
        String small = small(password);
        Set<String> names = new HashSet<>();
        own.stream().map(WeakPasswords::small).forEach(name -> {
            names.add(core(name));
            names.addAll(List.of(SIGNS.split(name)));
        });
        names.removeIf(name -> name.length() <= 3);
        return small.chars().distinct().count() < FEWEST_LETTERS || rowsOnly(small)
                || Stream.of(small, unleet(core(small)), unleet(small)).anyMatch(form -> known(form, names));
    }

    private boolean known(String form, Set<String> names) {
        String letters = SIGNS.matcher(form).replaceAll("");
        return Stream.of(core(form), core(letters), unit(letters), core(unit(letters)), unit(core(letters)))
                .anyMatch(core -> words.contains(core) || names.contains(core));
    }

    /** What is repeated, or the whole when nothing is. */
    private static String unit(String text) {
        for (int size = 1; size <= text.length() / 2; size++) {
            if (text.length() % size == 0
                    && text.equals(text.substring(0, size).repeat(text.length() / size))) {
                return text.substring(0, size);
            }
        }
        return text;
    }

    /** Whether next to nothing is left without runs along a row. */
    private static boolean rowsOnly(String text) {
        int left = 0;
        for (int at = 0; at < text.length();) {
            int run = run(text, at);
            left += run < RUN ? 1 : 0;
            at += run < RUN ? 1 : run;
        }
        return left < RUN;
    }

    private static int run(String text, int from) {
        int longest = 0;
        for (String row : ROWS) {
            int to = from;
            while (to < text.length() && row.contains(text.substring(from, to + 1))) {
                to++;
            }
            longest = Math.max(longest, to - from);
        }
        return longest;
    }

    private static String core(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static String unleet(String text) {
        return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('@', 'a')
                .replace('5', 's').replace('$', 's').replace('7', 't');
    }

    private static String small(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
