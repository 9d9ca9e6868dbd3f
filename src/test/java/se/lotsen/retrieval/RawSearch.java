package se.lotsen.retrieval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/**
 * The same index searched with nothing but Lucene's own queries: what the benchmarks hold the retrieval against. Each
 * search reads the stored fields of its ten best passages, as any user of a search must.
 */
public final class RawSearch implements AutoCloseable {
    private static final int TOP = 10;
    private static final int CANDIDATES = 100;

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** The last commit of the index in this folder. */
    public RawSearch(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    /** In how many pieces the index lies; both sides read the same ones. */
    public int segments() {
        return reader.leaves().size();
    }

    /** Plain stems: an OR over the words, BM25, top ten. */
    public int stems(String question) throws IOException {
        Map<String, Integer> stems = SwedishAnalysis.counts(SwedishAnalysis.STEMS, question);
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        stems.forEach((stem, count) -> query.add(clause(PassageDocument.ALL_STEMS, stem, count)));
        return read(searcher.search(query.build(), TOP));
    }

    /** The retrieval's own query in two phases: stems for candidates, then the whole query as a rescorer. */
    public int twoPhases(String question) throws IOException {
        Map<String, Integer> stems = SwedishAnalysis.counts(SwedishAnalysis.STEMS, question);
        Map<String, Integer> grams = SwedishAnalysis.counts(SwedishAnalysis.GRAMS, question);
        TopDocs candidates = searcher.search(candidates(question, stems), CANDIDATES);
        if (candidates.scoreDocs.length < CANDIDATES) {
            candidates = searcher.search(
                    part(PassageDocument.ALL_STEMS, stems, PassageDocument.ALL_GRAMS, grams), CANDIDATES);
        }
        Query whole = new DisjunctionMaxQuery(
                List.of(part(PassageDocument.ALL_STEMS, stems, PassageDocument.ALL_GRAMS, grams),
                        part(PassageDocument.QUESTION_STEMS, stems, PassageDocument.QUESTION_GRAMS, grams)),
                0.3f);
        QueryRescorer rescorer = new QueryRescorer(whole) {
            @Override
            protected float combine(float first, boolean matches, float second) {
                return matches ? second : 0;
            }
        };
        return read(rescorer.rescore(searcher, candidates, TOP));
    }

    private Query candidates(String question, Map<String, Integer> stems) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        stems.forEach((stem, count) -> query.add(clause(PassageDocument.ALL_STEMS, stem, count)));
        List<String> words = new ArrayList<>();
        SwedishAnalysis.tokens(SwedishAnalysis.WORDS, question, (word, synonym) -> words.add(word));
        List<String> inOrder = new ArrayList<>();
        SwedishAnalysis.tokens(SwedishAnalysis.STEMS, question, (stem, synonym) -> inOrder.add(stem));
        Map<String, Integer> unknown = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (reader.docFreq(new Term(PassageDocument.ALL_STEMS, inOrder.get(i))) == 0) {
                SwedishAnalysis.grams(words.get(i)).forEach(gram -> unknown.merge(gram, 1, Integer::sum));
            }
        }
        unknown.forEach((gram, count) -> query
                .add(clause(PassageDocument.ALL_GRAMS, gram, QuestionTerms.GRAM_WEIGHT * count)));
        return query.build();
    }

    private static Query part(String stemField, Map<String, Integer> stems, String gramField,
            Map<String, Integer> grams) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        stems.forEach((stem, count) -> query.add(clause(stemField, stem, count)));
        grams.forEach(
                (gram, count) -> query.add(clause(gramField, gram, QuestionTerms.GRAM_WEIGHT * count)));
        return query.build();
    }

    private static BooleanClause clause(String field, String token, double boost) {
        Query query = new TermQuery(new Term(field, token));
        return new BooleanClause(boost == 1 ? query : new BoostQuery(query, (float) boost),
                BooleanClause.Occur.SHOULD);
    }

    private int read(TopDocs top) throws IOException {
        int characters = 0;
        var stored = searcher.storedFields();
        for (int i = 0; i < Math.min(TOP, top.scoreDocs.length); i++) {
            ScoreDoc hit = top.scoreDocs[i];
            characters += stored.document(hit.doc).get(PassageDocument.PASSAGE).length();
        }
        return characters;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
