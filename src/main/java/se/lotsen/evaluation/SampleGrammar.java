package se.lotsen.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.StringUtils;

/**
 * Texts that are built from smaller texts by chance, read from a resource. {@code @@ name} opens one alternative of many
 * lines, {@code == name} a list with an alternative on each line. Within a text {@code {name}} stands for one of its
 * alternatives, {@code {name*2-4}} for two to four of them, {@code {!name}} for the same one throughout the page,
 * {@code {1..9}} for a number and {@code {100..900/50}} for one in steps.
 */
final class SampleGrammar {
    private static final Pattern SLOT = Pattern.compile(
            "\\{(?:(\\d+)\\.\\.(\\d+)(?:/(\\d+))?|(!?)([a-z][a-zA-Z.]*)(?:\\*(\\d+)-(\\d+))?)}");
    private static final int LONG_LIST = 8;

    private final Map<String, List<String>> rules = new HashMap<>();

    static SampleGrammar named(String name) {
        String resource = "sample-site/" + name + ".txt";
        try (InputStream in = SampleGrammar.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the program");
            }
            SampleGrammar grammar = new SampleGrammar();
            grammar.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return grammar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This grammar with the rules of another one where it has none of its own. */
    SampleGrammar with(SampleGrammar other) {
        other.rules.forEach(rules::putIfAbsent);
        return this;
    }

    private void read(String text) {
        for (String block : text.split("(?m)^(?=@@ |== )")) {
            if (!block.isBlank()) {
                List<String> lines = block.lines().toList();
                String name = lines.getFirst().substring(3).strip();
                String body = String.join("\n", lines.subList(1, lines.size())).strip();
                List<String> alternatives = rules.computeIfAbsent(name, any -> new ArrayList<>());
                alternatives.addAll(block.startsWith("==") ? body.lines().toList() : List.of(body));
            }
        }
    }

    /** Everything a rule may become, unfilled; empty if there is no such rule. */
    List<String> alternatives(String rule) {
        return rules.getOrDefault(rule, List.of());
    }

    /**
     * One text by a rule.
     *
     * @param words fixed words of the page by name; words asked for with {@code !} are added
     * @param used  receives every name and every alternative that was used; a long list repeats none while it has others
     */
    String expand(String rule, Map<String, String> words, Set<String> used, Random random) {
        return filled(chosen(rule, used, random), words, used, random);
    }

    private String filled(String text, Map<String, String> words, Set<String> used, Random random) {
        Matcher slots = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (slots.find()) {
            String value = slots.group(5) == null
                    ? number(slots, random)
                    : named(slots, words, used, random);
            slots.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return slots.appendTail(filled).toString();
    }

    private String named(MatchResult slot, Map<String, String> words, Set<String> used, Random random) {
        String name = slot.group(5);
        if (words.containsKey(name)) {
            used.add(name);
            return words.getOrDefault(name, "");
        }
        if (name.startsWith("anytopic")) {
            String line = chosen("topic", used, random);
            String topic = line.substring(0, line.indexOf('|'));
            return name.endsWith(".cap") ? StringUtils.capitalize(topic) : topic;
        }
        int times = slot.group(6) == null ? 1 : between(slot.group(6), slot.group(7), random);
        List<String> texts = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            texts.add(expand(name, words, used, random));
        }
        String text = String.join("\n", texts);
        if (!slot.group(4).isEmpty()) {
            words.put(name, text);
        }
        return text;
    }

    private String chosen(String rule, Set<String> used, Random random) {
        List<String> all = alternatives(rule);
        if (all.isEmpty()) {
            throw new IllegalStateException("the sample texts have no rule " + rule);
        }
        List<String> fresh = all.stream().filter(text -> !used.contains(rule + ":" + text)).toList();
        List<String> from = all.size() < LONG_LIST || fresh.isEmpty() ? all : fresh;
        String text = from.get(random.nextInt(from.size()));
        used.add(rule + ":" + text);
        return text;
    }

    private static String number(MatchResult slot, Random random) {
        int step = slot.group(3) == null ? 1 : Integer.parseInt(slot.group(3));
        int low = Integer.parseInt(slot.group(1));
        int steps = (Integer.parseInt(slot.group(2)) - low) / step;
        return Integer.toString(low + step * random.nextInt(steps + 1));
    }

    private static int between(String low, String high, Random random) {
        int least = Integer.parseInt(low);
        return least + random.nextInt(Integer.parseInt(high) - least + 1);
    }
}
