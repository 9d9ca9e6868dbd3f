package se.lotsen.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.answering.Translated.Line;
import se.lotsen.grounding.Grounding;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.ValueTokens;
import se.lotsen.languagemodel.WritingTasks;

/**
 * Has checked Swedish sentences translated by a model, all of them in one call, and takes each line only where it holds
 * against its sentence. The model sees no word of the citizen's, and no link, number or sum; whatever it writes, what is
 * shown in place of a line that does not hold is the Swedish sentence itself.
 */
final class Translation {
    /** Below this share of lines that hold, nothing of what the model wrote is shown. */
    private static final double ENOUGH = 0.5;
    /** A shorter text does not tell its language. */
    private static final int FEWEST_LETTERS = 60;
    private static final Pattern TERMS = Pattern.compile("\\([^()]*\\)");

    private final Optional<WritingTasks> tasks;
    private final TranslationCheck check;
    private final LanguageIdentifier languages;
    private final Scheduler search;

    Translation(Optional<WritingTasks> tasks, TranslationCheck check, LanguageIdentifier languages,
            Scheduler search) {
        this.tasks = tasks;
        this.check = check;
        this.languages = languages;
        this.search = search;
    }

    /** Never an error, never empty: without a model, or when it fails or is stopped, everything stays Swedish. */
    Mono<Translated> of(List<SpokenSentence> sentences, Turn turn, Speech speech) {
        if (tasks.isEmpty() || turn.use().isGivenUp()) {
            return Mono.just(Translated.inSwedish(sentences));
        }
        String language = turn.question().language();
        ValueTokens values = new ValueTokens();
        List<String> hidden = sentences.stream().map(sentence -> values.hidden(oneLine(sentence.text())))
                .toList();
        return turn.untilStopped(tasks.get().translated(hidden, language, turn.use())
                .onErrorComplete(ModelUnavailable.class))
                .publishOn(search)
                .map(text -> checked(sentences, NumberedLines.of(text, sentences.size()), values, language,
                        speech))
                .filter(translated -> isWhole(translated, language))
                .defaultIfEmpty(Translated.inSwedish(sentences));
    }

    /** Nothing that could be taken for a line's number. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ").replaceAll("\\[(\\d+)]", "($1)").strip();
    }

    private Translated checked(List<SpokenSentence> sentences, Map<Integer, String> written,
            ValueTokens values,
            String language, Speech speech) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < sentences.size(); at++) {
            SpokenSentence swedish = sentences.get(at);
            String text = Optional.ofNullable(written.get(at + 1)).flatMap(values::shown)
                    .filter(line -> holds(line, language, swedish, speech)).orElse(null);
            lines.add(new Line(swedish, text));
        }
        return new Translated(List.copyOf(lines));
    }

    private boolean holds(String line, String language, SpokenSentence swedish, Speech speech) {
        Grounding found = check.check(line, language, swedish.text());
        if (found.holds() && check.isAnchored(line, language, swedish.text())) {
            return true;
        }
        List<String> faults = found.faults().stream().map(fault -> fault.kind() + ": " + fault.found())
                .toList();
        speech.removed(line, swedish.source().id(), found.holds() ? List.of("UNANCHORED") : faults);
        return false;
    }

    private boolean isWhole(Translated translated, String language) {
        List<String> texts = translated.lines().stream()
                .flatMap(line -> Optional.ofNullable(line.text()).stream())
                .toList();
        if (texts.isEmpty() || texts.size() < ENOUGH * translated.lines().size()) {
            return false;
        }
        String text = texts.stream().map(line -> TERMS.matcher(line).replaceAll(" "))
                .collect(Collectors.joining(" "));
        return text.chars().filter(Character::isLetter).count() < FEWEST_LETTERS
                || languages.identify(text).equals(language);
    }
}
