package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.lotsen.gaps.TextVectors.Vector;
import se.lotsen.knowledge.Library;

/**
 * Groups questions that ask for the same thing, each language by itself. Equal parts of words count, rare ones most; what a
 * question means otherwise is not known here. The same questions in the same order always make the same groups.
 */
public final class QuestionClusters {
    /** Found on the half of the traffic file that is for tuning; see docs/adr/0040-gaps.md. */
    static final double THRESHOLD = 0.18;

    private final Map<String, List<String>> background = new TreeMap<>();
    private final double threshold;

    /** A text and its language, BCP 47. */
    public record Asked(String language, String text) {
    }

    /**
     * Questions of one language that ask for the same thing.
     *
     * @param members their places in the list that was given, ascending
     * @param representative the place of the one that is most like all of them
     */
    public record Cluster(List<Integer> members, int representative) {
    }

    /** @param background texts of all kinds, from which it is learned how rare parts of words are */
    public QuestionClusters(Collection<Asked> background) {
        this(background, THRESHOLD);
    }

    QuestionClusters(Collection<Asked> background, double threshold) {
        background.forEach(asked -> this.background
                .computeIfAbsent(asked.language(), language -> new ArrayList<>()).add(asked.text()));
        this.threshold = threshold;
    }

    /** What the pages say, passage by passage. */
    public static List<Asked> background(Library library) {
        return library.pages().values().stream().flatMap(page -> page.passages().stream()
                .map(passage -> new Asked(page.metadata().language(), passage.text()))).toList();
    }

    /** Every question in one cluster, possibly alone; in the order of their first members. */
    public List<Cluster> of(List<Asked> questions) {
        Map<String, Map<String, List<Integer>>> places = new TreeMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Asked asked = questions.get(i);
            places.computeIfAbsent(asked.language(), language -> new LinkedHashMap<>())
                    .computeIfAbsent(key(asked.text()), text -> new ArrayList<>()).add(i);
        }
        List<Cluster> clusters = new ArrayList<>();
        places.forEach((language, byText) -> clusters.addAll(ofOneLanguage(language, byText)));
        clusters.sort(Comparator.comparing(cluster -> cluster.members().getFirst()));
        return List.copyOf(clusters);
    }

    private List<Cluster> ofOneLanguage(String language, Map<String, List<Integer>> byText) {
        TextVectors vectors = new TextVectors();
        background.getOrDefault(language, List.of()).forEach(vectors::learn);
        byText.keySet().forEach(vectors::learn);
        List<List<Integer>> places = List.copyOf(byText.values());
        List<Vector> points = byText.keySet().stream().map(vectors::of).toList();
        return AverageLinkage.clusters(points, threshold).stream().map(cluster -> new Cluster(
                cluster.stream().flatMap(point -> places.get(point).stream()).sorted().toList(),
                places.get(AverageLinkage.medoid(points, cluster)).getFirst())).toList();
    }

    /** Texts that differ in nothing but capitals, marks and blanks are one. */
    static String key(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return plain.isEmpty() ? text.strip() : plain;
    }
}
