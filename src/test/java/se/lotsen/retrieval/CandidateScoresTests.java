package se.lotsen.retrieval;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;

/** Our scores, with their parts kept apart, are those of Lucene's own query over several segments. */
@Execution(ExecutionMode.CONCURRENT)
class CandidateScoresTests {
    private static final int QUESTIONS = 300;

    @Test
    void equalLucenesOwnQuery() throws IOException, ParseException {
        Analyzer synonyms = SwedishAnalysis
                .stemsWithSynonyms("dagis, förskola\ntipp, återvinningscentral\ngifta, vigsel\n");
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            write(directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                assertThat(reader.leaves()).hasSizeGreaterThan(1);
                IndexSearcher searcher = new IndexSearcher(reader);
                int compared = 0;
                for (int i = 0; i < QUESTIONS; i++) {
                    String text = texts.question();
                    AnalysedQuestion question = AnalysedQuestion.of(text, synonyms);
                    compared += compare(searcher, question, random + ": " + text);
                }
                assertThat(compared).isGreaterThan(10 * QUESTIONS);
            }
        }
    }

    private static void write(ByteBuffersDirectory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new PerFieldAnalyzerWrapper(SwedishAnalysis.STEMS,
                Map.of(PassageDocument.ALL_GRAMS, SwedishAnalysis.GRAMS, PassageDocument.QUESTION_GRAMS,
                        SwedishAnalysis.GRAMS)))
                .setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            int pages = 0;
            for (IndexedPage page : ShippedIndex.PAGES) {
                writer.addDocuments(PassageDocument.of(page));
                if (++pages % 30 == 0) {
                    writer.commit();
                }
            }
        }
    }

    private static int compare(IndexSearcher searcher, AnalysedQuestion question, String as)
            throws IOException {
        ScoreDoc[] expected = searcher.search(whole(searcher, question), 100).scoreDocs;
        Map<Integer, Double> ours = new HashMap<>();
        QuestionTerms terms = QuestionTerms.of(searcher, question);
        double last = Double.MAX_VALUE;
        for (CandidateScores.Scored scored : new CandidateScores(searcher, expected).score(terms)) {
            ours.put(scored.doc(), scored.score());
            assertThat(scored.score()).as(as).isLessThanOrEqualTo(last);
            last = scored.score();
        }
        assertThat(ours).as(as).hasSize(expected.length);
        for (ScoreDoc hit : expected) {
            assertThat(ours.get(hit.doc)).as("%s, passage %d", as, hit.doc).isCloseTo(hit.score,
                    within(1e-4));
        }
        return expected.length;
    }

    /** The parts of a word that the index does not know count twice. */
    private static Map<String, Double> grams(IndexSearcher searcher, AnalysedQuestion question)
            throws IOException {
        Map<String, Double> grams = new HashMap<>(question.grams());
        for (AnalysedQuestion.Word word : question.words()) {
            if (searcher.getIndexReader().docFreq(new Term(PassageDocument.ALL_STEMS, word.stem())) == 0) {
                SwedishAnalysis.grams(word.folded())
                        .forEach(gram -> grams.computeIfPresent(gram, (key, count) -> Math.max(2, count)));
            }
        }
        return grams;
    }

    private static Query whole(IndexSearcher searcher, AnalysedQuestion question) throws IOException {
        Map<String, Double> grams = grams(searcher, question);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        add(all, PassageDocument.ALL_STEMS, question.stems(), 1);
        question.synonyms().forEach(synonym -> all.add(new BoostQuery(
                new TermQuery(new Term(PassageDocument.ALL_STEMS, synonym)), 0.5f), Occur.SHOULD));
        add(all, PassageDocument.ALL_GRAMS, grams, 0.3f);
        BooleanQuery.Builder questions = new BooleanQuery.Builder();
        add(questions, PassageDocument.QUESTION_STEMS, question.stems(), 1);
        add(questions, PassageDocument.QUESTION_GRAMS, grams, 0.3f);
        return new DisjunctionMaxQuery(List.of(all.build(), questions.build()), 0.3f);
    }

    private static void add(BooleanQuery.Builder query, String field, Map<String, Double> tokens,
            float boost) {
        tokens.forEach((token, count) -> query.add(
                new BoostQuery(new TermQuery(new Term(field, token)), (float) (boost * count)),
                Occur.SHOULD));
    }
}
