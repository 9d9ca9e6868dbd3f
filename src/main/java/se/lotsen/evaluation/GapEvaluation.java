package se.lotsen.evaluation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lotsen.gaps.QuestionClusters;
import se.lotsen.gaps.QuestionClusters.Asked;
import se.lotsen.gaps.QuestionClusters.Cluster;
import se.lotsen.knowledge.Library;
import tools.jackson.databind.JsonNode;

/**
 * How well questions are grouped: pairwise precision and recall (Manning, Raghavan and Schütze 2008, 16.3) against needs that
 * people have marked. All questions are grouped, those without a mark too; a pair of which neither has one counts nowhere, and
 * a pair of which one has one is wrong. Which half a question is in, is told by the first byte of its id's SHA-256: even is
 * for tuning. The halves are grouped each by itself.
 */
public final class GapEvaluation {
    private GapEvaluation() {
    }

    /**
     * One question.
     *
     * @param need what it is about; null when that is not marked
     */
    private record Row(String id, String lang, String text, @Nullable String need) {
        boolean isForTuning() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))[0]
                        % 2 == 0;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /**
     * One half, or all.
     *
     * @param questions how many were grouped
     * @param needs how many needs they have
     * @param found how many groups hold two or more
     * @param precision pairs put together that belong together, of those put together; drawn by needs
     * @param recall of those that belong together
     * @param f1 their harmonic mean: twice the pairs found over the pairs of both kinds
     */
    public record Part(int questions, int needs, int found, Bootstrap.Interval precision,
            Bootstrap.Interval recall, Bootstrap.Interval f1) {

        /** By name. */
        public Map<String, Bootstrap.Interval> named() {
            Map<String, Bootstrap.Interval> named = new LinkedHashMap<>();
            named.put("precision", precision);
            named.put("recall", recall);
            named.put("f1", f1);
            return named;
        }
    }

    /**
     * What was measured.
     *
     * @param parts by name: {@code dev}, {@code held-out}, {@code all}
     */
    public record Figures(String file, Map<String, Part> parts) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file);
            parts.forEach((name, part) -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("questions", part.questions());
                one.put("needs", part.needs());
                one.put("groups", part.found());
                part.named().forEach((figure, value) -> one.put(figure, FigureJson.figure(value)));
                json.put(name, one);
            });
            return json;
        }
    }

    /** @throws EvaluationInputException naming file, line and remedy */
    public static void check(Path file) {
        read(file);
    }

    /** Groups the questions as the service would, with what the pages say that people ask. */
    public static Figures run(Path file, Library library) {
        List<Row> rows = read(file);
        QuestionClusters clusters = new QuestionClusters(QuestionClusters.background(library));
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("dev", part(rows.stream().filter(Row::isForTuning).toList(), clusters));
        parts.put("held-out", part(rows.stream().filter(row -> !row.isForTuning()).toList(), clusters));
        parts.put("all", part(rows, clusters));
        return new Figures(file.getFileName().toString(), parts);
    }

    private static List<Row> read(Path file) {
        List<Row> rows = new ArrayList<>();
        JsonLines.read(file, line -> {
            JsonNode need = line.path("cluster");
            rows.add(new Row(JsonLines.text(line, "id"), JsonLines.text(line, "lang"),
                    JsonLines.text(line, "text"), need.isString() ? need.stringValue() : null));
        });
        if (rows.stream().noneMatch(row -> row.need() != null)) {
            throw new EvaluationInputException(
                    file + ": no question has a \"cluster\"; mark what each is about");
        }
        return rows;
    }

    private static Part part(List<Row> rows, QuestionClusters clustering) {
        List<Cluster> clusters = clustering
                .of(rows.stream().map(row -> new Asked(row.lang(), row.text())).toList());
        Map<String, Pairs> needs = new TreeMap<>();
        rows.forEach(row -> {
            if (row.need() != null) {
                needs.computeIfAbsent(row.need(), any -> new Pairs()).questions++;
            }
        });
        for (Cluster cluster : clusters) {
            count(cluster.members().stream().map(rows::get).toList(), needs);
        }
        List<Pairs> pairs = List.copyOf(needs.values());
        double[] right = pairs.stream().mapToDouble(need -> need.right).toArray();
        double[] put = pairs.stream().mapToDouble(need -> need.right + need.wrong).toArray();
        double[] marked = pairs.stream().mapToDouble(need -> need.questions * (need.questions - 1) / 2.0)
                .toArray();
        double[] twice = new double[right.length];
        double[] both = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            twice[i] = 2 * right[i];
            both[i] = put[i] + marked[i];
        }
        return new Part(rows.size(), needs.size(),
                (int) clusters.stream().filter(cluster -> cluster.members().size() > 1).count(),
                Bootstrap.ratio(right, put), Bootstrap.ratio(right, marked), Bootstrap.ratio(twice, both));
    }

    /** Pairs of one need; a wrong pair of two needs counts half for each. */
    private static final class Pairs {
        private int questions;
        private double right;
        private double wrong;
    }

    private static void count(List<Row> cluster, Map<String, Pairs> needs) {
        Map<String, Integer> own = new HashMap<>();
        int marked = 0;
        for (Row row : cluster) {
            if (row.need() != null) {
                own.merge(row.need(), 1, Integer::sum);
                marked++;
            }
        }
        int unmarked = cluster.size() - marked;
        for (Map.Entry<String, Integer> need : Set.copyOf(own.entrySet())) {
            Pairs pairs = java.util.Objects.requireNonNull(needs.get(need.getKey()));
            int here = need.getValue();
            pairs.right += here * (here - 1) / 2.0;
            pairs.wrong += here * (marked - here) / 2.0 + (double) here * unmarked;
        }
    }
}
