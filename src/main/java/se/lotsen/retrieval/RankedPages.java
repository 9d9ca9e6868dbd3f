package se.lotsen.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import se.lotsen.knowledge.Passage;

/** Gathers ranked passages into pages, reads those that an answer may need, and works out the evidence. */
final class RankedPages {
    /** The pages after the first whose best passage is read: enough for a choice of services and a view of near misses. */
    private static final int NEAR_MISSES = 4;

    private final StoredFields stored;
    private final QuestionTerms terms;
    private final CandidateScores scores;

    RankedPages(IndexSearcher searcher, QuestionTerms terms, CandidateScores scores) throws IOException {
        this.stored = searcher.storedFields();
        this.terms = terms;
        this.scores = scores;
    }

    Retrieval of(CandidateScores.Scored[] ranked) throws IOException {
        double bound = terms.upperBound();
        Map<String, Double> best = new LinkedHashMap<>();
        List<RankedPassage> passages = new ArrayList<>();
        List<ClosenessGauge.Best> firsts = new ArrayList<>();
        String first = "";
        for (CandidateScores.Scored candidate : ranked) {
            String page = candidate.page();
            boolean unseen = best.putIfAbsent(page, candidate.score()) == null;
            if (best.size() == 1) {
                first = page;
            }
            if (page.equals(first) || unseen && best.size() <= 1 + NEAR_MISSES) {
                Document fields = stored.document(candidate.doc());
                Passage passage = PassageDocument.passage(fields);
                passages.add(new RankedPassage(passage, fields.get(PassageDocument.DIGEST),
                        candidate.score(), candidate.parts()));
                if (unseen) {
                    firsts.add(
                            new ClosenessGauge.Best(candidate, passage, PassageDocument.phrasings(fields)));
                }
            }
        }
        List<Retrieval.RankedPage> pages = best.entrySet().stream()
                .limit(PassageIndex.pagesKept())
                .map(page -> new Retrieval.RankedPage(page.getKey(), page.getValue(),
                        bound <= 0 ? 0 : Math.min(1, page.getValue() / bound)))
                .toList();
        QuestionRelevance relevance = new QuestionRelevance(terms);
        Closeness closeness = new ClosenessGauge(terms, scores, relevance).of(ranked, pages, firsts);
        return new Retrieval(List.copyOf(passages), pages,
                evidence(ranked[0], passages.getFirst().passage(), pages, bound, closeness), relevance);
    }

    private Evidence evidence(CandidateScores.Scored top, Passage passage, List<Retrieval.RankedPage> pages,
            double bound, Closeness closeness) throws IOException {
        double all = top.parts().allStems() + QuestionTerms.GRAM_WEIGHT * top.parts().allGrams();
        double second = pages.size() > 1 ? pages.get(1).score() : 0;
        double asked = QuestionTerms.weight(terms.ownStems());
        double found = weight(terms.ownStems(), scores.held(top.doc(), terms.ownStems()));
        return new Evidence(Math.clamp(all / Math.max(bound, 1e-9), 0, 1), second / pages.getFirst().score(),
                share(terms.allGrams(), scores.held(top.doc(), terms.allGrams())),
                share(terms.ownStems(), focus(passage)),
                softmax(pages), asked, found, terms.ownStems().size(), closeness);
    }

    /** What the passage is about: its title, headings and first sentence. */
    private static Set<String> focus(Passage passage) {
        String text = passage.pageTitle() + "\n" + String.join("\n", passage.headings()) + "\n"
                + passage.statements().getFirst().text();
        return SwedishAnalysis.counts(SwedishAnalysis.STEMS, text).keySet();
    }

    private static double share(List<WeightedTerm> terms, Set<String> held) {
        double all = QuestionTerms.weight(terms);
        return all <= 0 ? 0 : weight(terms, held) / all;
    }

    private static double weight(List<WeightedTerm> terms, Set<String> held) {
        return QuestionTerms
                .weight(terms.stream().filter(term -> held.contains(term.term().text())).toList());
    }

    private static double softmax(List<Retrieval.RankedPage> pages) {
        double top = pages.getFirst().score();
        return 1 / pages.stream().mapToDouble(page -> Math.exp(page.score() - top)).sum();
    }
}
