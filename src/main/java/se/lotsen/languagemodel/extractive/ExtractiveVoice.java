package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;

/**
 * The voice that needs no model: it quotes. It picks the sentences, items and rows that speak of the question and hold the
 * kind of thing that is asked for, keeps the conditions and exceptions that stand beside them, and stops at about
 * {@value #MAX_WORDS} words.
 */
@Component
final class ExtractiveVoice implements Voice {
    /** An answer is short (plain-language rule of the project: at most about 120 words). */
    static final int MAX_WORDS = 120;
    /** A further unit must answer nearly as well as the best one. */
    private static final double NEARLY_AS_GOOD = 0.75;
    private static final int MAX_UNITS = 4;

    private final AnswerTypes types = new AnswerTypes();

    @Override
    public String name() {
        return "extractive";
    }

    @Override
    public boolean quotes() {
        return true;
    }

    @Override
    public Flux<SpokenSentence> speak(VoiceRequest request) {
        return Flux.defer(() -> Flux.fromIterable(sentences(request)));
    }

    private List<SpokenSentence> sentences(VoiceRequest request) {
        Units units = new Units(types, request.question().value(), new Pertinence(request));
        List<Unit> all = new ArrayList<>();
        int order = 0;
        for (VoiceRequest.RankedText ranked : request.passages()) {
            all.addAll(units.of(ranked, order));
            order += ranked.passage().statements().size();
        }
        return said(chosen(all));
    }

    private static List<Unit> chosen(List<Unit> all) {
        List<Unit> byScore = all.stream().sorted(Comparator.comparingDouble((Unit unit) -> -unit.score()))
                .toList();
        List<Unit> chosen = new ArrayList<>();
        Set<Statement> held = new HashSet<>();
        int words = 0;
        for (Unit unit : byScore) {
            boolean first = chosen.isEmpty();
            boolean good = first || unit.score() >= NEARLY_AS_GOOD * byScore.getFirst().score();
            if (!good || chosen.size() == MAX_UNITS) {
                break;
            }
            int added = unit.words();
            if (!held.containsAll(unit.statements()) && (first || words + added <= MAX_WORDS)) {
                chosen.add(unit);
                held.addAll(unit.statements());
                words += added;
            }
        }
        return chosen;
    }

    /** The best unit's passage first, then in the page's order; a statement that two units share is said once. */
    private static List<SpokenSentence> said(List<Unit> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Passage best = chosen.getFirst().passage();
        List<Unit> ordered = chosen.stream()
                .sorted(Comparator.comparing((Unit unit) -> !unit.passage().equals(best))
                        .thenComparingInt(Unit::order))
                .toList();
        Set<SpokenSentence> said = new LinkedHashSet<>();
        for (Unit unit : ordered) {
            unit.statements()
                    .forEach(statement -> said.add(new SpokenSentence(statement.text(), unit.passage())));
        }
        return List.copyOf(said);
    }
}
