package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import se.lotsen.knowledge.PassageSplitter;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PageSearch;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Synonyms;

/**
 * Measures retrieval on a BEIR set. Documents go through the same cutting into passages as pages, the title stands as a
 * page's title does, and a document's score is its best passage's.
 */
public final class BeirEvaluation {
    /** The sets' language. */
    static final String LANGUAGE = "sv";

    private static final int DEPTH = 10;

    private BeirEvaluation() {
    }

    /**
     * A question whose first document is not a right one.
     *
     * @param right the right documents
     * @param found the first documents, at most three
     */
    public record Miss(String id, String question, List<String> right, List<String> found) {
    }

    /**
     * @param hitAt1 share of questions whose first document is right
     * @param ndcgAt10 binary gain, logarithmic discount, over the best possible order (Järvelin and Kekäläinen 2002)
     * @param misses not part of the JSON
     */
    public record Figures(String set, String split, int documents, int queries, Bootstrap.Interval hitAt1,
            Bootstrap.Interval hitAt3, Bootstrap.Interval mrrAt10, Bootstrap.Interval ndcgAt10,
            Bootstrap.Interval recallAt10, List<Miss> misses) {

        /** The contract's names: each figure, and its interval beside it. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("set", set);
            json.put("split", split);
            json.put("documents", documents);
            json.put("queries", queries);
            Map<String, List<Double>> intervals = new LinkedHashMap<>();
            named().forEach((name, figure) -> {
                json.put(name, figure.value());
                intervals.put(name, List.of(figure.low(), figure.high()));
            });
            json.put("intervals95", intervals);
            return json;
        }

        /** The figures by the contract's names. */
        public Map<String, Bootstrap.Interval> named() {
            Map<String, Bootstrap.Interval> named = new LinkedHashMap<>();
            named.put("hitAt1", hitAt1);
            named.put("hitAt3", hitAt3);
            named.put("mrrAt10", mrrAt10);
            named.put("ndcgAt10", ndcgAt10);
            named.put("recallAt10", recallAt10);
            return named;
        }
    }

    /** By words alone. */
    public static Figures run(Path folder, String split) {
        return run(folder, split, null);
    }

    /**
     * @param meanings null for words alone
     * @throws EvaluationInputException when the set cannot be read
     */
    public static Figures run(Path folder, String split, PageSearch.@Nullable Meanings meanings) {
        BeirSet set = BeirSet.read(folder, split);
        try (PageSearch index = index(set, meanings)) {
            List<Ranking> rankings = new ArrayList<>();
            for (BeirSet.Query query : set.queries()) {
                rankings.add(ranking(index, set, query.id(), query.text()));
            }
            return new Figures(folder.getFileName().toString(), split, set.documents().size(),
                    set.queries().size(),
                    mean(rankings, ranking -> ranking.hit(1)), mean(rankings, ranking -> ranking.hit(3)),
                    mean(rankings, Ranking::reciprocalRank), mean(rankings, Ranking::ndcg),
                    mean(rankings, Ranking::recall), misses(set, rankings));
        }
    }

    private static List<Miss> misses(BeirSet set, List<Ranking> rankings) {
        List<Miss> misses = new ArrayList<>();
        for (int i = 0; i < rankings.size(); i++) {
            Ranking ranking = rankings.get(i);
            if (ranking.hit(1) == 0) {
                BeirSet.Query query = set.queries().get(i);
                misses.add(new Miss(query.id(), query.text(), ranking.relevant().stream().sorted().toList(),
                        ranking.found().stream().limit(3).toList()));
            }
        }
        return List.copyOf(misses);
    }

    /**
     * The same questions typed otherwise: what {@code ndcgAt10} loses.
     *
     * @param meanings null for words alone
     * @throws EvaluationInputException when the set cannot be read
     */
    public static Robustness robustness(Path folder, String split, PageSearch.@Nullable Meanings meanings) {
        BeirSet set = BeirSet.read(folder, split);
        KnownWords words = KnownWords.of(set.documents().stream()
                .map(document -> document.title() + " " + document.text()));
        try (PageSearch index = index(set, meanings)) {
            return Robustness.of(folder.getFileName() + ", " + split,
                    set.queries().stream().map(query -> new Robustness.Asked(query.id(), query.text()))
                            .toList(),
                    List.of("ndcgAt10"), words,
                    (i, text) -> new double[]{ranking(index, set, set.queries().get(i).id(), text).ndcg()});
        }
    }

    private static PageSearch index(BeirSet set, PageSearch.@Nullable Meanings meanings) {
        return PageSearch.of(pages(set), new Synonyms(""), meanings);
    }

    private static Ranking ranking(PageSearch index, BeirSet set, String query, String text) {
        List<String> found = index.retrieve(text, LANGUAGE).pages().stream()
                .map(Retrieval.RankedPage::page).limit(DEPTH).toList();
        return new Ranking(found, set.relevant().getOrDefault(query, Set.of()));
    }

    private static List<IndexedPage> pages(BeirSet set) {
        List<IndexedPage> pages = new ArrayList<>();
        for (BeirSet.Document document : set.documents()) {
            pages.add(new IndexedPage(document.id(), document.id(), List.of(),
                    PassageSplitter.plainText(document.id(), document.title(), document.text())));
        }
        return pages;
    }

    private static Bootstrap.Interval mean(List<Ranking> rankings, ToDoubleFunction<Ranking> figure) {
        return Bootstrap.mean(rankings.stream().mapToDouble(figure).toArray());
    }

    /** One question's first documents and the right ones. */
    record Ranking(List<String> found, Set<String> relevant) {
        double hit(int depth) {
            return found.stream().limit(depth).anyMatch(relevant::contains) ? 1 : 0;
        }

        double reciprocalRank() {
            for (int rank = 0; rank < found.size(); rank++) {
                if (relevant.contains(found.get(rank))) {
                    return 1.0 / (rank + 1);
                }
            }
            return 0;
        }

        double ndcg() {
            double gain = 0;
            double ideal = 0;
            for (int rank = 0; rank < DEPTH; rank++) {
                double discount = Math.log(2) / Math.log(rank + 2);
                gain += rank < found.size() && relevant.contains(found.get(rank)) ? discount : 0;
                ideal += rank < relevant.size() ? discount : 0;
            }
            return ideal == 0 ? 0 : gain / ideal;
        }

        double recall() {
            return relevant.isEmpty()
                    ? 0
                    : (double) found.stream().filter(relevant::contains).count() / relevant.size();
        }
    }
}
