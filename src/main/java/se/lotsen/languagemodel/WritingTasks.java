package se.lotsen.languagemodel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.privacy.MaskedText;

/**
 * The small things that a model may write beside answers. Each returns text that is a proposal and nothing else: whoever
 * asked can do without it, and looks at it before using it. Errors are {@link ModelUnavailable}.
 */
public final class WritingTasks {
    private static final int SHORT = 120;
    private static final int SUMMARY = 250;
    private static final int LIST = 400;
    /** More than any of these texts needs. */
    private static final int MOST_CHARACTERS = 8_000;
    private static final int LONGEST_QUESTION = 400;
    /** Figures, marks and links; nobody asks for a page by them. */
    private static final Pattern NO_PHRASING = Pattern
            .compile("[<>{}\\[\\]@\\d]|://|www\\.|\\p{L}{3,}\\.\\p{L}{2,}");

    private final LanguageModel model;
    private final PromptLibrary prompts;

    /** Tasks for the model. */
    public WritingTasks(LanguageModel model, PromptLibrary prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /** A follow-up as a question of its own; empty where the model wrote nothing that could be one. */
    public Mono<String> standalone(List<MaskedText> earlier, MaskedText question, ModelUse use) {
        return text(PromptName.REWRITE_QUESTION, Map.of("earlier",
                earlier.stream().map(text -> "- " + plain(text.value())).collect(Collectors.joining("\n")),
                "question", plain(question.value())), SHORT, use).flatMap(WritingTasks::question);
    }

    /** The question in Swedish, for searching alone; empty where the model wrote nothing that could be one. */
    public Mono<String> inSwedish(MaskedText question, String language, ModelUse use) {
        return text(PromptName.TRANSLATE_QUESTION,
                Map.of("language", name(language), "question", plain(question.value())), SHORT, use)
                .flatMap(WritingTasks::question);
    }

    /**
     * Sentences in another language, as the model wrote them: lines that begin with the sentence's number in brackets.
     *
     * @param sentences in Swedish, checked; values as tokens
     */
    public Mono<String> translated(List<String> sentences, String language, ModelUse use) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            lines.append('[').append(i + 1).append("] ").append(sentences.get(i)).append('\n');
        }
        int tokens = LIST + lines.length() / Prompt.CHARACTERS_PER_TOKEN * 2;
        return text(PromptName.TRANSLATE_ANSWER, Map.of("language", name(language), "sentences",
                lines.toString().strip()), tokens, use);
    }

    /** What a conversation was about, for the agent who takes it over. */
    public Mono<String> summary(List<MaskedText> conversation, ModelUse use) {
        return text(PromptName.SUMMARISE_CONVERSATION, Map.of("conversation",
                conversation.stream().map(text -> plain(text.value())).collect(Collectors.joining("\n"))),
                SUMMARY,
                use);
    }

    /**
     * Further ways to ask for a page, none of which it has; at most as many as wanted, possibly none.
     *
     * @param asked what residents asked without finding the page; may be empty
     */
    public Mono<List<String>> phrasings(Page page, List<MaskedText> asked, int count, ModelUse use) {
        List<String> own = new ArrayList<>(page.metadata().questions());
        own.addAll(page.metadata().phrasings());
        return text(PromptName.PROPOSE_PHRASINGS, Map.of("title", page.metadata().title(), "passages",
                page.passages().stream().map(Passage::text).collect(Collectors.joining("\n")), "phrasings",
                String.join("\n", own), "asked",
                asked.stream().map(text -> "- " + plain(text.value())).collect(Collectors.joining("\n")),
                "count", Integer.toString(count)), LIST, use)
                .map(text -> newOnes(text, own, count));
    }

    private static List<String> newOnes(String text, List<String> own, int count) {
        Set<String> known = own.stream().map(WritingTasks::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return text.lines().map(line -> line.replaceFirst("^\\s*(?:[-*•]|\\d+[.)])\\s*", "").strip())
                .filter(line -> line.length() > 3 && line.length() <= SHORT
                        && !NO_PHRASING.matcher(line).find())
                .filter(line -> known.add(key(line)))
                .limit(count).toList();
    }

    private static String key(String line) {
        return line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private Mono<String> text(PromptName name, Map<String, String> values, int tokens, ModelUse use) {
        return Mono.defer(() -> model.stream(prompts.prompt(name, values, tokens), use)
                .collect(StringBuilder::new, (all, part) -> {
                    if (all.length() + part.length() > MOST_CHARACTERS) {
                        throw new ModelUnavailable(ModelUnavailable.Reason.FLOOD, null);
                    }
                    all.append(part);
                })
                .map(all -> all.toString().strip()));
    }

    /** The first line, if it is one that a citizen could have typed. */
    private static Mono<String> question(String text) {
        String first = text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        return first.isEmpty() || first.length() > LONGEST_QUESTION ? Mono.empty() : Mono.just(first);
    }

    private static String plain(String text) {
        return text.replaceAll("\\R", " ").replace('{', '(').replace('}', ')').strip();
    }

    private static String name(String language) {
        return Locale.of(language).getDisplayLanguage(Locale.of("sv"));
    }
}
