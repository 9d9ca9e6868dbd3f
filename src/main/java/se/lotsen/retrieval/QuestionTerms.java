package se.lotsen.retrieval;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question against one state of the index: its terms with their statistics in the four searched fields.
 *
 * @param question the question's words
 * @param allStems stems in the catch-all field, synonyms last
 * @param allGrams 4-grams in the catch-all field
 * @param questionStems stems in the question field
 * @param questionGrams 4-grams in the question field
 */
record QuestionTerms(AnalysedQuestion question, List<WeightedTerm> allStems, List<WeightedTerm> allGrams,
        List<WeightedTerm> questionStems, List<WeightedTerm> questionGrams) {

    /** What 4-grams weigh beside whole words; the optimum is flat from 0.2 to 0.5. */
    static final double GRAM_WEIGHT = 0.3;
    /** How often the 4-grams of a word count that the index does not know; 1.5 and 3 did worse with misspelt words. */
    private static final double UNKNOWN_WORD = 2;
    /** An editor's synonym is a hint, not the citizen's word. */
    private static final double SYNONYM_WEIGHT = 0.5;

    static QuestionTerms of(IndexSearcher searcher, AnalysedQuestion question) throws IOException {
        Map<String, Double> stems = question.stems();
        Map<String, Double> grams = question.grams();
        Map<String, Double> withSynonyms = new LinkedHashMap<>(stems);
        question.synonyms().forEach(synonym -> withSynonyms.put(synonym, SYNONYM_WEIGHT));
        List<WeightedTerm> known = WeightedTerm.all(searcher, PassageDocument.ALL_STEMS, withSynonyms);
        grams = emphasised(question, known, grams);
        return new QuestionTerms(question, known,
                WeightedTerm.all(searcher, PassageDocument.ALL_GRAMS, grams),
                WeightedTerm.all(searcher, PassageDocument.QUESTION_STEMS, stems),
                WeightedTerm.all(searcher, PassageDocument.QUESTION_GRAMS, grams));
    }

    /** A word that the index does not know speaks by its parts alone: they count more. */
    private static Map<String, Double> emphasised(AnalysedQuestion question, List<WeightedTerm> stems,
            Map<String, Double> grams) {
        Set<String> unknown = new HashSet<>();
        stems.stream().filter(stem -> stem.docFreq() == 0).forEach(stem -> unknown.add(stem.term().text()));
        Map<String, Double> weights = new LinkedHashMap<>(grams);
        for (AnalysedQuestion.Word word : question.words()) {
            if (unknown.contains(word.stem())) {
                for (String gram : SwedishAnalysis.grams(word.folded())) {
                    weights.computeIfPresent(gram, (key, weight) -> Math.max(weight, UNKNOWN_WORD));
                }
            }
        }
        return weights;
    }

    /** The citizen's own stems, without synonyms. */
    List<WeightedTerm> ownStems() {
        return allStems.subList(0, allStems.size() - question.synonyms().size());
    }

    /**
     * Phase one: whole words, and 4-grams only of words that the index does not know. The grams of known words touch
     * nearly every posting list and change little but the order, which phase two settles.
     */
    Query candidates() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (WeightedTerm stem : allStems) {
            if (stem.docFreq() > 0) {
                query.add(clause(stem, stem.weight()));
            }
        }
        Map<String, Double> unknown = new AnalysedQuestion(question.words().stream()
                .filter(word -> docFreq(word.stem()) == 0)
                .toList(), Set.of()).grams();
        for (WeightedTerm gram : allGrams) {
            if (gram.docFreq() > 0 && unknown.containsKey(gram.term().text())) {
                query.add(clause(gram, GRAM_WEIGHT * gram.weight()));
            }
        }
        return query.build();
    }

    /** Phase one where whole words find too little to fill the candidates: every 4-gram takes part. */
    Query candidatesByGrams() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        allStems.stream().filter(stem -> stem.docFreq() > 0)
                .forEach(stem -> query.add(clause(stem, stem.weight())));
        allGrams.stream().filter(gram -> gram.docFreq() > 0)
                .forEach(gram -> query.add(clause(gram, GRAM_WEIGHT * gram.weight())));
        return query.build();
    }

    private static BooleanClause clause(WeightedTerm term, double boost) {
        Query query = new TermQuery(term.term(), term.states());
        return new BooleanClause(boost == 1 ? query : new BoostQuery(query, (float) boost),
                BooleanClause.Occur.SHOULD);
    }

    private int docFreq(String stem) {
        return ownStems().stream().filter(term -> term.term().text().equals(stem))
                .mapToInt(WeightedTerm::docFreq)
                .findFirst().orElse(0);
    }

    /** The highest catch-all score that the question could reach: the sum of its terms' idf (BM25 stays below it). */
    double upperBound() {
        return weight(ownStems()) + GRAM_WEIGHT * weight(allGrams);
    }

    static double weight(List<WeightedTerm> terms) {
        return terms.stream().mapToDouble(term -> term.idf() * term.weight()).sum();
    }
}
