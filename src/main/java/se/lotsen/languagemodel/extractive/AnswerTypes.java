package se.lotsen.languagemodel.extractive;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * What kind of thing a question asks for (an amount, a time, a way to apply) and which texts hold one. The cues are in
 * {@code answer-types_sv.properties}: patterns of the language, not rules of a municipality.
 */
final class AnswerTypes {
    private record Type(Pattern question, Pattern answer) {
    }

    private final List<Type> types = new ArrayList<>();
    private final Pattern condition;
    private final Pattern dependent;

    AnswerTypes() {
        Properties cues = load();
        for (String name : cues.stringPropertyNames()) {
            if (name.endsWith(".question")) {
                String type = name.substring(0, name.length() - ".question".length());
                types.add(new Type(pattern(cues, name), pattern(cues, type + ".answer")));
            }
        }
        condition = pattern(cues, "condition");
        dependent = pattern(cues, "dependent");
    }

    private static Properties load() {
        Properties cues = new Properties();
        try (Reader in = new InputStreamReader(Objects.requireNonNull(
                AnswerTypes.class.getResourceAsStream("answer-types_sv.properties")),
                StandardCharsets.UTF_8)) {
            cues.load(in);
            return cues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(Properties cues, String name) {
        return Pattern.compile(cues.getProperty(name),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** How many of the kinds of things that the question asks for a text holds; 0 when it asks for none. */
    ToIntFunction<String> wanted(String question) {
        List<Pattern> answers = types.stream()
                .filter(type -> type.question().matcher(question).find())
                .map(Type::answer)
                .toList();
        return text -> (int) answers.stream().filter(answer -> answer.matcher(text).find()).count();
    }

    /** A sentence without which the one before it would be wrong: a condition, an exception, a limit, a deadline. */
    boolean isCondition(String sentence) {
        return condition.matcher(sentence).find();
    }

    /** A sentence that cannot be understood without the one before it. */
    boolean isDependent(String sentence) {
        return dependent.matcher(sentence).find();
    }
}
