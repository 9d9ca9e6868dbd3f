package se.lotsen.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ConfigurableApplicationContext;
import org.jspecify.annotations.Nullable;
import se.lotsen.evaluation.DialogueEvaluation;
import se.lotsen.evaluation.QuestionEvaluation;
import se.lotsen.retrieval.PageSearch;

/**
 * One way of evaluating and the options that it takes: an entry in {@link EvaluateCommand}'s table.
 *
 * @param words what must stand before the files, such as {@code compare}; empty for most
 * @param files how many plain words follow
 * @param required options that must be given, without dashes; they pick the mode
 * @param optional options that may be given besides
 * @param action what is done
 */
record EvaluateMode(List<String> words, int files, Set<String> required, Set<String> optional,
        Action action) {

    /** What a mode does, with or without the municipality's knowledge base. */
    sealed interface Action {
    }

    /** Needs nothing but its files. */
    non-sealed interface Alone extends Action {
        /** @return the exit status */
        int run(Arguments arguments, EvaluateOutput output);
    }

    /** Needs nothing but its files, and searches with vectors where there are any. */
    non-sealed interface Searching extends Action {
        /**
         * @param meanings null for words alone
         * @return the exit status
         */
        int run(Arguments arguments, EvaluateOutput output, PageSearch.@Nullable Meanings meanings);
    }

    /** Needs the wired application. */
    non-sealed interface WithKnowledge extends Action {
        /** @return the exit status */
        int run(Arguments arguments, EvaluateOutput output, ConfigurableApplicationContext context);

        /** Refuses files that cannot be read, before the application is started for them. */
        default void check(Arguments arguments) {
            arguments.value("questions").map(Path::of).ifPresent(QuestionEvaluation::check);
            arguments.value("dialogues").map(Path::of).ifPresent(DialogueEvaluation::check);
        }
    }

    /** A mode that is picked by its required options. */
    static EvaluateMode options(Action action, String... required) {
        return new EvaluateMode(List.of(), 0, Set.of(required), Set.of(), action);
    }

    /** A mode that is picked by a word, followed by files. */
    static EvaluateMode word(Action action, String word, int files) {
        return new EvaluateMode(List.of(word), files, Set.of(), Set.of(), action);
    }

    /** The same mode with options that may be left out. */
    EvaluateMode taking(String... options) {
        return new EvaluateMode(words, files, required, Set.of(options), action);
    }

    /** Whether the arguments ask for this mode, perhaps with options that it does not take. */
    boolean isAskedForBy(Arguments arguments) {
        List<String> plain = arguments.plain();
        return plain.size() == words.size() + files && plain.subList(0, words.size()).equals(words)
                && arguments.options().keySet().containsAll(required);
    }

    /** The options given that this mode does not take. */
    List<String> refused(Arguments arguments) {
        Set<String> rest = new HashSet<>(arguments.options().keySet());
        rest.removeAll(required);
        rest.removeAll(optional);
        return rest.stream().sorted().toList();
    }

    /** How the mode is called, for messages: {@code --beir --split}. */
    String name() {
        List<String> name = new ArrayList<>(words);
        required.stream().sorted().map(option -> "--" + option).forEach(name::add);
        return String.join(" ", name);
    }

    /**
     * The mode that the arguments ask for: the one with the most required options among those that fit.
     *
     * @throws UsageException when none fits, or an option given does not belong to it
     */
    static EvaluateMode pick(List<EvaluateMode> modes, Arguments arguments) {
        EvaluateMode picked = modes.stream().filter(mode -> mode.isAskedForBy(arguments))
                .max(Comparator.comparingInt(mode -> mode.required().size()))
                .orElseThrow(() -> new UsageException("evaluate-usage"));
        List<String> refused = picked.refused(arguments);
        if (!refused.isEmpty()) {
            throw new UsageException("evaluate-contradiction", "--" + refused.getFirst(), picked.name());
        }
        return picked;
    }

    /** Which of the options take a value, for {@link Arguments}. */
    static Map<String, Boolean> known(List<EvaluateMode> modes, Function<String, Boolean> takesValue) {
        Map<String, Boolean> known = new HashMap<>();
        for (EvaluateMode mode : modes) {
            mode.required().forEach(option -> known.put(option, takesValue.apply(option)));
            mode.optional().forEach(option -> known.put(option, takesValue.apply(option)));
        }
        return known;
    }
}
