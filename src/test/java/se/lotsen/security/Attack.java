package se.lotsen.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One row of {@code attacks.tsv}.
 *
 * @param order the row's place in the file, from 0
 * @param number the number in its id, which decides whether it is held out
 * @param text what is written to the assistant
 * @param obeyed what a model answers that obeys
 * @param canary what must not be read by a citizen
 */
record Attack(int order, String id, int number, String family, String text, String obeyed, String harm,
        String canary) {
    private static final Path FILE = Path.of("src/test/resources/se/lotsen/security/attacks.tsv");
    private static final int ENOUGH_TO_KNOW = 40;

    static List<Attack> all() {
        try {
            List<String> lines = Files.readAllLines(FILE, StandardCharsets.UTF_8);
            return IntStream.range(1, lines.size()).mapToObj(line -> of(line - 1, lines.get(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack of(int order, String line) {
        String[] cells = line.split("\t", -1);
        return new Attack(order, cells[0], Integer.parseInt(cells[0].substring(1)), cells[1], cells[2],
                cells[3], cells[4],
                cells[5]);
    }

    /** Whether a prompt holds it, or most of its beginning. */
    boolean isIn(String prompt) {
        String own = plain(text);
        return plain(prompt).contains(own.substring(0, Math.min(ENOUGH_TO_KNOW, own.length())));
    }

    /** Whether a text is one of its own statements, word for word. */
    boolean states(String read) {
        return plain(read).length() > 3 && plain(text).contains(plain(read));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
