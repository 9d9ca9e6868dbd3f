package se.lotsen.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import se.lotsen.gaps.QuestionClusters.Asked;
import se.lotsen.gaps.QuestionClusters.Cluster;
import se.lotsen.gaps.TextVectors.Vector;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;

/** Questions that ask for the same thing come together, and nothing else does. */
class QuestionClustersTests {
    private static final List<Asked> BACKGROUND = QuestionClusters
            .background(Library.read(KnowledgeFiles.shipped()));
    private static final List<Asked> QUESTIONS = List.of(sv("finns det laddstolpar vid torget"),
            sv("var kan man adoptera en igelkott"), sv("Laddstolpe vid torget?"), sv("laddstopar torget"),
            sv("adoptera igelkottar"), sv("hur gör jag"), sv("hej"), sv("FINNS DET LADDSTOLPAR VID TORGET!"));

    private static Asked sv(String text) {
        return new Asked("sv", text);
    }

    private static List<List<Integer>> members(List<Asked> questions) {
        return new QuestionClusters(BACKGROUND).of(questions).stream().map(Cluster::members).toList();
    }

    @Test
    void inflectionsMisspellingsAndCapitalsDoNotSeparate() {
        assertThat(members(QUESTIONS)).containsExactly(List.of(0, 2, 3, 7), List.of(1, 4), List.of(5),
                List.of(6));
    }

    @Test
    void theRepresentativeIsOneOfThem() {
        assertThat(new QuestionClusters(BACKGROUND).of(QUESTIONS))
                .allSatisfy(cluster -> assertThat(cluster.members()).contains(cluster.representative()));
    }

    @Test
    void eachLanguageStandsByItself() {
        assertThat(members(List.of(sv("laddstolpar torget"), new Asked("en", "laddstolpar torget"))))
                .hasSize(2);
    }

    @Test
    void nothingMakesNoGroupsAndSignsMakeTheirOwn() {
        assertThat(members(List.of())).isEmpty();
        assertThat(members(List.of(sv("?"), sv("??"), sv("?"), sv("")))).containsExactly(List.of(0, 2),
                List.of(1),
                List.of(3));
    }

    /** Against the definition: the two closest clusters are merged as long as any two are close enough. */
    @RepeatedTest(20)
    void chainsGiveWhatMergingTheClosestGives(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Vector> points = new ArrayList<>();
        for (int p = 0; p < 60; p++) {
            points.add(vector(random));
        }
        for (double threshold : new double[]{0.1, 0.3, 0.6}) {
            assertThat(AverageLinkage.clusters(points, threshold))
                    .as("seed %d, threshold %s", seed, threshold)
                    .isEqualTo(byDefinition(points, threshold));
        }
    }

    private static Vector vector(Random random) {
        TreeMap<Integer, Double> weights = new TreeMap<>();
        for (int t = 0; t < 5; t++) {
            weights.put(random.nextInt(25), 0.1 + random.nextDouble());
        }
        double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
        return new Vector(weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
                weights.values().stream().mapToDouble(w -> w / length).toArray());
    }

    private static List<List<Integer>> byDefinition(List<Vector> points, double threshold) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int p = 0; p < points.size(); p++) {
            clusters.add(new ArrayList<>(List.of(p)));
        }
        while (true) {
            double most = threshold;
            int one = -1;
            int other = -1;
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    double mean = mean(points, clusters.get(a), clusters.get(b));
                    if (mean > most) {
                        most = mean;
                        one = a;
                        other = b;
                    }
                }
            }
            if (one < 0) {
                return clusters.stream().map(cluster -> cluster.stream().sorted().toList())
                        .sorted(java.util.Comparator.comparing(List::getFirst)).toList();
            }
            clusters.get(one).addAll(clusters.remove(other));
        }
    }

    private static double mean(List<Vector> points, List<Integer> some, List<Integer> others) {
        double sum = 0;
        for (int a : some) {
            for (int b : others) {
                sum += cosine(points.get(a), points.get(b));
            }
        }
        return sum / (some.size() * others.size());
    }

    private static double cosine(Vector one, Vector other) {
        double product = 0;
        for (int i = 0; i < one.terms().length; i++) {
            for (int j = 0; j < other.terms().length; j++) {
                product += one.terms()[i] == other.terms()[j] ? one.weights()[i] * other.weights()[j] : 0;
            }
        }
        return product;
    }
}
