package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.GradedEvidence;
import se.lotsen.knowledge.PassageSplitter;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PageSearch;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Synonyms;

/**
 * Makes questions of a BEIR set unanswerable by really removing documents and building the index anew, so that the
 * statistics of words are those of a knowledge base that never held them.
 *
 * <p>A group is a {@code title}; where titles are empty or all different, it is the {@code _id} up to its last hyphen.
 */
final class AbstentionSplits {
    private final BeirSet set;
    private final PageSearch.@Nullable Meanings meanings;
    private final Map<String, IndexedPage> pages = new LinkedHashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    /** @param meanings null for words alone */
    AbstentionSplits(BeirSet set, PageSearch.@Nullable Meanings meanings) {
        this.set = set;
        this.meanings = meanings;
        boolean byTitle = hasGroupsByTitle(set.documents());
        for (BeirSet.Document document : set.documents()) {
            pages.put(document.id(), new IndexedPage(document.id(), document.id(), List.of(),
                    PassageSplitter.plainText(document.id(), document.title(), document.text())));
            groups.put(document.id(), byTitle ? document.title() : prefix(document.id()));
        }
    }

    private static boolean hasGroupsByTitle(List<BeirSet.Document> documents) {
        Set<String> titles = new HashSet<>();
        documents.forEach(document -> titles.add(document.title()));
        return titles.size() > 1 && titles.size() < documents.size();
    }

    private static String prefix(String id) {
        int hyphen = id.lastIndexOf('-');
        return hyphen < 0 ? id : id.substring(0, hyphen);
    }

    /** HARD: the right documents of a random share of the questions are gone, their siblings stay. */
    List<GradedEvidence> hard(double share, long seed) {
        List<BeirSet.Query> shuffled = new ArrayList<>(set.queries());
        Collections.shuffle(shuffled, new Random(seed));
        Set<String> gone = new HashSet<>();
        shuffled.subList(0, (int) (share * shuffled.size())).forEach(query -> gone.addAll(relevant(query)));
        return graded(gone);
    }

    /** EASY: whole groups are gone, until about half the questions have lost theirs. */
    List<GradedEvidence> easy(long seed) {
        Map<String, Integer> questions = new TreeMap<>();
        groups.values().forEach(group -> questions.putIfAbsent(group, 0));
        set.queries().forEach(query -> questions.merge(group(query), 1, Integer::sum));
        List<String> shuffled = new ArrayList<>(questions.keySet());
        Collections.shuffle(shuffled, new Random(seed));
        Set<String> lost = new HashSet<>();
        int unanswerable = 0;
        for (String group : shuffled) {
            if (2 * unanswerable >= set.queries().size()) {
                break;
            }
            lost.add(group);
            unanswerable += questions.getOrDefault(group, 0);
        }
        Set<String> gone = new HashSet<>();
        groups.forEach((document, group) -> {
            if (lost.contains(group)) {
                gone.add(document);
            }
        });
        return graded(gone);
    }

    /** Every question, in the set's order, against what is left. */
    private List<GradedEvidence> graded(Set<String> gone) {
        List<IndexedPage> left = pages.values().stream().filter(page -> !gone.contains(page.id())).toList();
        try (PageSearch index = PageSearch.of(left, new Synonyms(""), meanings)) {
            List<GradedEvidence> graded = new ArrayList<>();
            for (BeirSet.Query query : set.queries()) {
                Retrieval retrieval = index.retrieve(query.text(), BeirEvaluation.LANGUAGE);
                Set<String> right = relevant(query);
                graded.add(new GradedEvidence(retrieval.evidence(), group(query), !gone.containsAll(right),
                        !retrieval.pages().isEmpty() && right.contains(retrieval.pages().getFirst().page())));
            }
            return graded;
        }
    }

    private Set<String> relevant(BeirSet.Query query) {
        return set.relevant().getOrDefault(query.id(), Set.of());
    }

    private String group(BeirSet.Query query) {
        return relevant(query).stream().sorted().map(document -> groups.getOrDefault(document, document))
                .findFirst()
                .orElse(query.id());
    }
}
