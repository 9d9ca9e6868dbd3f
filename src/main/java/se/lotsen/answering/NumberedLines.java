package se.lotsen.answering;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a model's text that begin with a number, in whatever order and form; what has none is left out. */
final class NumberedLines {
    private static final Pattern LINE = Pattern.compile("^\\W{0,3}(\\d{1,3})\\s*[\\])}.:*\\-–]+\\s*(\\S.*)$",
            Pattern.UNICODE_CHARACTER_CLASS);
    /** Marks of the writing direction that models add; what is released has none. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private NumberedLines() {
    }

    /** By number, counted from 1; a number that comes twice says nothing. */
    static Map<Integer, String> of(String text, int most) {
        Map<Integer, String> lines = new HashMap<>();
        Set<Integer> twice = new HashSet<>();
        text.lines()
                .map(line -> INVISIBLE.matcher(Normalizer.normalize(line, Normalizer.Form.NFC)).replaceAll("")
                        .strip())
                .forEach(line -> {
                    Matcher numbered = LINE.matcher(line);
                    if (numbered.matches()) {
                        int number = Integer.parseInt(numbered.group(1));
                        if (lines.put(number, numbered.group(2).strip()) != null) {
                            twice.add(number);
                        }
                    }
                });
        lines.keySet().removeIf(number -> number < 1 || number > most || twice.contains(number));
        return lines;
    }
}
