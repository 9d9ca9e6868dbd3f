package se.lotsen.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cuts Swedish text into sentences: the Unicode sentence rules (UAX #29), mended where they cut after an abbreviation
 * ("kl. 8.00", "t.ex. Hamnvik") or after an ordinal ("den 1. maj").
 */
public final class Sentences {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final Set<String> ABBREVIATIONS = abbreviations();

    private Sentences() {
    }

    /** The sentences of a text in order, trimmed; empty for blank text. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        BreakIterator border = BreakIterator.getSentenceInstance(SWEDISH);
        border.setText(text);
        StringBuilder current = new StringBuilder();
        int start = border.first();
        for (int end = border.next(); end != BreakIterator.DONE; start = end, end = border.next()) {
            current.append(text, start, end);
            if (!endsWithAbbreviation(current)) {
                flush(current, sentences);
            }
        }
        flush(current, sentences);
        return List.copyOf(sentences);
    }

    private static void flush(StringBuilder current, List<String> sentences) {
        String sentence = current.toString().strip();
        current.setLength(0);
        if (!sentence.isEmpty()) {
            sentences.add(sentence);
        }
    }

    private static boolean endsWithAbbreviation(CharSequence text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))
                && text.charAt(start - 1) != '(') {
            start--;
        }
        return ABBREVIATIONS.contains(text.subSequence(start, end).toString().toLowerCase(SWEDISH));
    }

    private static Set<String> abbreviations() {
        try (InputStream in = Objects
                .requireNonNull(Sentences.class.getResourceAsStream("abbreviations_sv.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
