package se.lotsen.languagemodel.extractive;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * What kinds of things a question asks for (an amount, a time, a way to apply) and which texts hold one. The cues are in
 * {@code answer-types_sv.properties}: patterns of the language, not rules of a municipality. They are compared without
 * accents, as many citizens type {@code hur lang tid}.
 */
final class AnswerTypes {
    /** Bounds the memory of what passages hold; a municipality has a few thousand. Thrown away whole when it is full. */
    private static final int PASSAGES_KEPT = 10_000;

    /**
     * What a passage holds.
     *
     * @param heading the types that its heading asks for; none for the lead
     * @param statements the types that each of its statements holds
     */
    record Held(BitSet heading, List<BitSet> statements) {
    }

    private record Type(String name, Pattern question, Pattern answer) {
    }

    private final List<Type> types;
    private final Pattern condition;
    private final Pattern dependent;
    private final Map<Passage, Held> held = new ConcurrentHashMap<>();

    AnswerTypes() {
        Properties cues = load("answer-types_sv.properties");
        types = new TreeSet<>(cues.stringPropertyNames()).stream()
                .filter(name -> name.endsWith(".question"))
                .map(name -> name.substring(0, name.length() - ".question".length()))
                .map(name -> new Type(name, pattern(cues, name + ".question"),
                        pattern(cues, name + ".answer")))
                .toList();
        condition = pattern(cues, "condition");
        dependent = pattern(cues, "dependent");
    }

    static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(AnswerTypes.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(Properties cues, String name) {
        return Pattern.compile(folded(cues.getProperty(name)),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** The types' names; the bits of the other methods stand in this order. */
    List<String> names() {
        return types.stream().map(Type::name).toList();
    }

    /** Which types a question, or a heading, asks for. */
    BitSet asked(String question) {
        String text = folded(question);
        return bits(type -> type.question().matcher(text).find());
    }

    /** Which types a passage holds; worked out once for each version of it. */
    Held held(Passage passage) {
        if (held.size() >= PASSAGES_KEPT) {
            held.clear();
        }
        return held.computeIfAbsent(passage, read -> new Held(
                read.headings().isEmpty() ? new BitSet() : asked(read.heading()),
                read.statements().stream().map(Statement::text).map(this::held).toList()));
    }

    private BitSet held(String statement) {
        String text = folded(statement);
        return bits(type -> type.answer().matcher(text).find());
    }

    private BitSet bits(Predicate<Type> which) {
        BitSet bits = new BitSet();
        for (int i = 0; i < types.size(); i++) {
            bits.set(i, which.test(types.get(i)));
        }
        return bits;
    }

    /** A sentence without which the one before it would be wrong: a condition, an exception, a limit, a deadline. */
    boolean isCondition(String sentence) {
        return condition.matcher(folded(sentence)).find();
    }

    /** A sentence that cannot be understood without the one before it. */
    boolean isDependent(String sentence) {
        return dependent.matcher(folded(sentence)).find();
    }
}
