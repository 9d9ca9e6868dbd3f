package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;

/**
 * The voice that needs no model: it quotes. It says the statements of the page that most likely hold the answer, the
 * likeliest first, each with what belongs to it, until the answer is likely among them or the words are used up: a clear
 * case gets a short answer, a doubtful one a longer.
 */
@Component
final class ExtractiveVoice implements Voice {
    /** What is added ends here; the plain-language rule of the project is at most about 120 words. */
    static final int ENOUGH_WORDS = 100;
    /** The likelihood of what has been said at which nothing is added. */
    private static final double LIKELY_ENOUGH = 0.9;
    /** A statement that is less likely is not said even where there is room: it would only scatter the answer. */
    private static final double TOO_UNLIKELY = 0.01;

    private final Likelihoods likelihoods;
    private final Units units;

    ExtractiveVoice() {
        AnswerTypes types = new AnswerTypes();
        this.likelihoods = new Likelihoods(types);
        this.units = new Units(types);
    }

    @Override
    public String name() {
        return "extractive";
    }

    @Override
    public Flux<SpokenSentence> speak(VoiceRequest request) {
        return Flux.defer(() -> Flux.fromIterable(sentences(request)));
    }

    private List<SpokenSentence> sentences(VoiceRequest request) {
        List<Line> lines = Line.of(request);
        return said(chosen(lines, likelihoods.of(request, lines)));
    }

    private List<Line> chosen(List<Line> lines, double[] likelihood) {
        List<Line> chosen = new ArrayList<>();
        BitSet held = new BitSet();
        double reached = 0;
        int words = 0;
        for (int number : byLikelihood(likelihood)) {
            boolean enough = reached >= LIKELY_ENOUGH || likelihood[number] < TOO_UNLIKELY;
            if (enough && !chosen.isEmpty()) {
                break;
            }
            if (held.get(number)) {
                continue;
            }
            List<Line> added = units.with(lines.get(number)).stream()
                    .filter(line -> !held.get(line.number())).toList();
            int more = added.stream().mapToInt(Line::words).sum();
            if (chosen.isEmpty() || words + more <= ENOUGH_WORDS) {
                chosen.addAll(added);
                added.forEach(line -> held.set(line.number()));
                words += more;
                reached += added.stream().mapToDouble(line -> likelihood[line.number()]).sum();
            }
        }
        return chosen;
    }

    private static int[] byLikelihood(double[] likelihood) {
        return IntStream.range(0, likelihood.length).boxed()
                .sorted(Comparator.comparingDouble((Integer number) -> -likelihood[number]))
                .mapToInt(Integer::intValue).toArray();
    }

    /** The likeliest statement's passage first, then in the page's order. */
    private static List<SpokenSentence> said(List<Line> chosen) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Passage best = chosen.getFirst().passage();
        return chosen.stream()
                .sorted(Comparator.comparing((Line line) -> !line.passage().equals(best))
                        .thenComparingInt(line -> line.statement().block())
                        .thenComparingInt(Line::at))
                .map(line -> new SpokenSentence(line.text(), line.passage()))
                .distinct()
                .toList();
    }
}
