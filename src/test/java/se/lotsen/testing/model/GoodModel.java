package se.lotsen.testing.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that does as it is told: says lines of the passages that share words with the question, each with its citation,
 * and values as the tokens they are. Follow-ups and translations it gives back as they came.
 */
public final class GoodModel implements Behaviour {
    private static final int SENTENCES = 3;

    @Override
    public Script answer(ModelRequest request) {
        return Script.saying(text(request));
    }

    /** What it says. */
    public static String text(ModelRequest request) {
        return AnswerPrompt.of(request)
                .map(prompt -> String.join(" ", sentences(prompt)))
                .orElseGet(() -> echo(request.user()));
    }

    /** Its sentences with their citations. */
    public static List<String> sentences(AnswerPrompt prompt) {
        return prompt.answering(SENTENCES).stream()
                .map(line -> whole(line.text()) + " [" + line.passage() + "]").toList();
    }

    /** A row or a list's item as a sentence. */
    static String whole(String line) {
        String text = Character.toUpperCase(line.charAt(0)) + line.substring(1);
        return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0
                ? text
                : text.replaceFirst("[,;:]$", "") + ".";
    }

    /** Numbered lines for a translation, else what stands last. */
    private static String echo(String user) {
        String numbered = user.lines().filter(line -> line.startsWith("[")).collect(Collectors.joining("\n"));
        if (!numbered.isEmpty()) {
            return numbered;
        }
        String last = user.lines().filter(line -> !line.isBlank()).reduce((one, other) -> other).orElse("?");
        return last.replaceFirst("^(?:Ny fråga|Fråga): ", "");
    }
}
