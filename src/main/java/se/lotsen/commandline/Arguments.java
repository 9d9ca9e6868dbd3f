package se.lotsen.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command's words, told apart into plain ones and options. An option that the command does not have is refused, so that
 * a misspelt one is never ignored.
 */
record Arguments(List<String> plain, Map<String, String> options) {

    /** @param known option names without dashes; true where the option takes a value */
    static Arguments of(List<String> words, Map<String, Boolean> known) {
        List<String> plain = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            String name = word.substring(2);
            Boolean takesValue = known.get(name);
            if (takesValue == null) {
                throw new UsageException("unknown-option", word);
            }
            if (takesValue && ++i == words.size()) {
                throw new UsageException("option-without-value", word);
            }
            if (options.put(name, takesValue ? words.get(i) : "") != null) {
                throw new UsageException("option-twice", word);
            }
        }
        return new Arguments(List.copyOf(plain), Map.copyOf(options));
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }
}
