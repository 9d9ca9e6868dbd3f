package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import se.lotsen.languagemodel.VoiceRequest;

/**
 * How likely each line of a page is to hold the answer: a softmax over weighted traits, of which the statements beside a
 * likely one get a share. The weights are in {@code answer-weights.properties}, where it says what they come from.
 */
final class Likelihoods {
    /** What a likely statement lends to each neighbour: what belongs together is written together. */
    private static final double TO_NEIGHBOUR = 0.1;

    private final AnswerTypes types;
    private final Map<Traits.Trait, Double> weights = new EnumMap<>(Traits.Trait.class);
    private final List<Double> typeWeights = new ArrayList<>();

    Likelihoods(AnswerTypes types) {
        this(types, AnswerTypes.load("answer-weights.properties"));
    }

    Likelihoods(AnswerTypes types, Properties values) {
        this.types = types;
        for (Traits.Trait trait : Traits.Trait.values()) {
            weights.put(trait, Double.valueOf(values.getProperty(trait.name())));
        }
        types.names()
                .forEach(type -> typeWeights.add(Double.valueOf(values.getProperty("WANTED_RARE." + type))));
    }

    /** In the lines' order; they sum to 1. */
    double[] of(VoiceRequest request, List<Line> lines) {
        Traits traits = new Traits(types, request, lines);
        double[] scores = new double[lines.size()];
        Arrays.setAll(scores, number -> score(traits, number));
        double highest = Arrays.stream(scores).max().orElse(0);
        double[] odds = Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
        double[] shared = new double[odds.length];
        for (int i = 0; i < odds.length; i++) {
            shared[i] = odds[i];
            shared[i] += i > 0 && lines.get(i).at() > 0 ? TO_NEIGHBOUR * odds[i - 1] : 0;
            shared[i] += i + 1 < odds.length && lines.get(i + 1).at() > 0 ? TO_NEIGHBOUR * odds[i + 1] : 0;
        }
        double sum = Arrays.stream(shared).sum();
        return Arrays.stream(shared).map(share -> share / sum).toArray();
    }

    private double score(Traits traits, int number) {
        double score = 0;
        for (Map.Entry<Traits.Trait, Double> trait : traits.of(number).entrySet()) {
            score += weights.get(trait.getKey()) * trait.getValue();
        }
        return score + traits.wantedTypes(number).stream()
                .mapToDouble(type -> typeWeights.get(type) * traits.rarity(type)).sum();
    }
}
