package se.lotsen.languagemodel.extractive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.AskedWords;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.retrieval.Relevance;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.Masked;

/**
 * Fits {@code answer-weights.properties} and prints it: the log-likelihood of the lines that hold each question's facts, on
 * the question's own page, under an L2 penalty, by gradient ascent with Adam's steps (Kingma and Ba 2015). Arguments are
 * question files with facts; rows of the golden questions that are held out (their number leaves 1 when divided by 3) are
 * never used.
 */
final class WeightFitting {
    private static final double PENALTY = 0.003;
    private static final int STEPS = 500;

    private final AnswerTypes types = new AnswerTypes();
    private final Library library = Library.read(KnowledgeFiles.shipped());
    private final PassageIndex index = PassageIndex.inMemory();

    private WeightFitting() {
        index.update(library.pages().values().stream().map(IndexedPage::of).toList());
    }

    /** A question: the traits of each line of its page, and for each fact the lines that hold it. */
    record Example(String page, double[][] traits, List<int[]> facts) {
    }

    public static void main(String[] files) throws IOException {
        WeightFitting fitting = new WeightFitting();
        List<Example> examples = new ArrayList<>();
        for (String file : files) {
            examples.addAll(fitting.examples(Path.of(file)));
        }
        double[] weights = fit(examples, names(fitting.types).size());
        List<String> names = names(fitting.types);
        for (int i = 0; i < weights.length; i++) {
            System.out.printf(Locale.ROOT, "%s=%.2f%n", names.get(i), weights[i]);
        }
        System.err.printf(Locale.ROOT, "%d questions, log-likelihood %.4f, on pages not fitted %.4f%n",
                examples.size(), likelihood(examples, weights), crossValidated(examples, weights.length));
    }

    static List<String> names(AnswerTypes types) {
        return Stream.concat(Arrays.stream(Traits.Trait.values()).map(Enum::name),
                types.names().stream().map(type -> "WANTED_RARE." + type)).toList();
    }

    private List<Example> examples(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String row : Files.readAllLines(file)) {
            String[] cells = row.split("\t", -1);
            boolean heldOut = cells[0].matches("g\\d+") && Integer.parseInt(cells[0].substring(1)) % 3 == 1;
            boolean usable = cells.length == 6 && cells[1].equals("sv") && cells[2].contains("answered")
                    && cells[5].matches(".*\\p{L}.*|.*\\d.*");
            if (usable && !heldOut && !cells[0].equals("id")) {
                examples.add(example(cells[3].split("\\|")[0], cells[4], List.of(cells[5].split("\\|"))));
            }
        }
        return examples;
    }

    private Example example(String page, String question, List<String> facts) {
        List<VoiceRequest.RankedText> passages = new ArrayList<>();
        for (Passage passage : library.pages().get(page).passages()) {
            passages.add(new VoiceRequest.RankedText(passage, 0));
        }
        VoiceRequest request = new VoiceRequest(Masked.masked(question), passages,
                words(index.retrieve(question).relevance()));
        List<Line> lines = Line.of(request);
        Traits traits = new Traits(types, request, lines);
        return new Example(page,
                lines.stream().map(line -> vector(traits, line.number())).toArray(double[][]::new),
                facts.stream().map(fact -> lines.stream().filter(line -> line.text().contains(fact))
                        .mapToInt(Line::number).toArray()).filter(holding -> holding.length > 0).toList());
    }

    private double[] vector(Traits traits, int number) {
        double[] vector = new double[names(types).size()];
        traits.of(number).forEach((trait, value) -> vector[trait.ordinal()] = value);
        int first = Traits.Trait.values().length;
        traits.wantedTypes(number).stream().forEach(type -> vector[first + type] = traits.rarity(type));
        return vector;
    }

    private static AskedWords words(Relevance relevance) {
        return new AskedWords() {
            @Override
            public double[] weights() {
                return relevance.weights();
            }

            @Override
            public double[] strengths(String text) {
                return relevance.strengths(text);
            }
        };
    }

    private static double[] fit(List<Example> examples, int size) {
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] spread = new double[size];
        for (int step = 1; step <= STEPS; step++) {
            double[] slope = new double[size];
            examples.forEach(example -> climb(example, weights, slope));
            for (int i = 0; i < size; i++) {
                double up = slope[i] / examples.size() - PENALTY * weights[i];
                mean[i] = 0.9 * mean[i] + 0.1 * up;
                spread[i] = 0.999 * spread[i] + 0.001 * up * up;
                weights[i] += 0.05 * (mean[i] / (1 - Math.pow(0.9, step)))
                        / (Math.sqrt(spread[i] / (1 - Math.pow(0.999, step))) + 1e-8);
            }
        }
        return weights;
    }

    /** Adds the slope of one question's log-likelihood and returns that likelihood. */
    private static double climb(Example example, double[] weights, double[] slope) {
        double[] odds = Arrays.stream(example.traits()).mapToDouble(traits -> Math.exp(dot(traits, weights)))
                .toArray();
        double all = Arrays.stream(odds).sum();
        double likelihood = 0;
        for (int[] holding : example.facts()) {
            double held = Arrays.stream(holding).mapToDouble(line -> odds[line]).sum();
            Set<Integer> right = Arrays.stream(holding).boxed().collect(Collectors.toSet());
            likelihood += Math.log(held / all) / example.facts().size();
            for (int line = 0; line < odds.length; line++) {
                double pull = (right.contains(line) ? odds[line] / held : 0) - odds[line] / all;
                for (int i = 0; i < weights.length; i++) {
                    slope[i] += pull * example.traits()[line][i] / example.facts().size();
                }
            }
        }
        return likelihood;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double likelihood(List<Example> examples, double[] weights) {
        return examples.stream().mapToDouble(example -> climb(example, weights, new double[weights.length]))
                .average().orElse(0);
    }

    /** Fitted on four fifths of the pages and measured on the last, five times. */
    private static double crossValidated(List<Example> examples, int size) {
        double sum = 0;
        for (int fold = 0; fold < 5; fold++) {
            int left = fold;
            List<Example> apart = examples.stream()
                    .filter(example -> Math.floorMod(example.page().hashCode(), 5) == left).toList();
            List<Example> rest = examples.stream().filter(example -> !apart.contains(example)).toList();
            sum += apart.size() * likelihood(apart, fit(rest, size));
        }
        return sum / examples.size();
    }
}
