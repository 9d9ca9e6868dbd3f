package se.lotsen.testing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the prompt for an answer holds, read from its text alone, as a model has to.
 *
 * @param question the citizen's words
 * @param passages numbered from 1
 */
public record AnswerPrompt(String question, List<Given> passages) {
    private static final Pattern PASSAGE = Pattern.compile("^\\[(\\d+)] (.*)$");
    private static final String QUESTION = "Fråga: ";
    private static final int BEGINNING = 5;
    private static final int SHORT = 3;

    /** A passage as it is written in the prompt, values as tokens. */
    public record Given(int number, String heading, List<String> lines) {
    }

    /** A line and where it stands. */
    public record Line(int passage, String text, double score) {
    }

    /** Empty for any other prompt. */
    public static Optional<AnswerPrompt> of(ModelRequest request) {
        String question = "";
        List<Given> passages = new ArrayList<>();
        for (String line : request.user().split("\\R")) {
            Matcher begins = PASSAGE.matcher(line);
            if (begins.matches()) {
                passages.add(
                        new Given(Integer.parseInt(begins.group(1)), begins.group(2), new ArrayList<>()));
            } else if (passages.isEmpty() && line.startsWith(QUESTION)) {
                question = line.substring(QUESTION.length());
            } else if (!passages.isEmpty() && !line.isBlank()) {
                passages.getLast().lines().add(line.strip());
            }
        }
        return question.isEmpty() || passages.isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerPrompt(question, passages));
    }

    /** The lines that share most with the question, at least one, in the prompt's order. */
    public List<Line> answering(int most) {
        Set<String> asked = words(question).collect(Collectors.toSet());
        List<Line> all = new ArrayList<>();
        for (Given passage : passages) {
            double heading = shared(asked, passage.heading()) / 2.0;
            passage.lines().forEach(line -> all.add(
                    new Line(passage.number(), line, shared(asked, line) + heading)));
        }
        double least = all.stream().map(Line::score).sorted((one, other) -> Double.compare(other, one))
                .limit(most).reduce((one, other) -> other).orElse(0.0);
        List<Line> best = all.stream().filter(line -> line.score() > 0 && line.score() >= least).limit(most)
                .toList();
        return best.isEmpty() ? all.subList(0, Math.min(1, all.size())) : best;
    }

    private static double shared(Set<String> asked, String text) {
        return words(text).distinct().filter(asked::contains).count();
    }

    private static Stream<String> words(String text) {
        return Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > SHORT)
                .map(word -> word.substring(0, Math.min(BEGINNING, word.length())));
    }
}
