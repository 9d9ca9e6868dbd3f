package se.lotsen.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of all passages, on disk or in memory. A page's passages are replaced as one block, and a reader sees a whole
 * update or nothing of it. An index that is corrupt, or was made by other rules of analysis, is thrown away when it is
 * opened: it holds nothing that the knowledge base does not.
 */
public final class PassageIndex implements Retriever, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PassageIndex.class);
    private static final String RULES = "lotsen.analysis";
    private static final int CANDIDATES = 100;
    private static final int PAGES = 20;
    /** Below this size the index forgets replaced passages at once, so that equal pages always score equally. */
    private static final int TIDY_BELOW = 20_000;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Analyzer stems = SwedishAnalysis.STEMS;

    private PassageIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory,
                new IndexWriterConfig(new PerFieldAnalyzerWrapper(SwedishAnalysis.STEMS,
                        Map.of(PassageDocument.ALL_GRAMS, SwedishAnalysis.GRAMS,
                                PassageDocument.QUESTION_GRAMS, SwedishAnalysis.GRAMS))));
        writer.setLiveCommitData(Map.of(RULES, SwedishAnalysis.VERSION).entrySet());
        this.searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(org.apache.lucene.index.IndexReader reader,
                    org.apache.lucene.index.@org.jspecify.annotations.Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                // Questions seldom repeat word for word; a cache would only make latency depend on history.
                searcher.setQueryCache(null);
                return searcher;
            }
        });
    }

    /** An index that lives as long as the object. */
    public static PassageIndex inMemory() {
        try {
            return new PassageIndex(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The index in a folder, made when there is none, and made anew when the one there cannot be trusted.
     *
     * @throws IndexUnavailable when another process holds the folder, or it cannot be written
     */
    public static PassageIndex open(Path folder) {
        try {
            Directory directory = FSDirectory.open(folder);
            // Held while looking: an index that another process is writing must not be taken for a damaged one.
            try (Lock alone = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
                if (!isSound(directory, folder)) {
                    clear(directory);
                }
                alone.ensureValid();
            }
            return new PassageIndex(directory);
        } catch (LockObtainFailedException e) {
            throw new IndexUnavailable(
                    "The index in " + folder + " is in use by another process. Stop it, or give this"
                            + " one a data folder of its own (LOTSEN_DATA_DIR).",
                    e);
        } catch (IOException e) {
            throw new IndexUnavailable(
                    "The index in " + folder + " cannot be opened. Check that the folder can be"
                            + " written and that the disk is not full.",
                    e);
        }
    }

    private static boolean isSound(Directory directory, Path folder) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return directory.listAll().length == 0;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            boolean sameRules = SwedishAnalysis.VERSION
                    .equals(reader.getIndexCommit().getUserData().get(RULES));
            if (!sameRules) {
                log.info("The index in {} was made by other rules of analysis and is made anew", folder);
            }
            return sameRules;
        } catch (IOException | IllegalArgumentException | IllegalStateException
                | IndexOutOfBoundsException e) {
            // Whatever a damaged file makes the reader say, the answer is the same.
            log.warn("The index in {} is damaged and is made anew: {}", folder, e.toString());
            return false;
        }
    }

    private static void clear(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /**
     * Makes the index hold exactly these pages. Pages with an unchanged digest are skipped; questions go on being answered
     * from the earlier state until the update is whole and durable.
     */
    public synchronized IndexReport update(Collection<IndexedPage> pages) {
        try {
            Map<String, String> held = digests();
            int updated = 0;
            for (IndexedPage page : pages) {
                if (!page.digest().equals(held.remove(page.id()))) {
                    writer.updateDocuments(new Term(PassageDocument.PAGE, page.id()),
                            PassageDocument.of(page));
                    updated++;
                }
            }
            for (String gone : held.keySet()) {
                writer.deleteDocuments(new Term(PassageDocument.PAGE, gone));
            }
            if (writer.hasDeletions() && writer.getDocStats().maxDoc < TIDY_BELOW) {
                // Lucene's forceMergeDeletes leaves a single segment with deletions as it is.
                writer.forceMerge(1);
            }
            writer.commit();
            searchers.maybeRefreshBlocking();
            return new IndexReport(updated, pages.size() - updated, held.size(),
                    writer.getDocStats().numDocs);
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexUnavailable("The index cannot be written. Check the disk.", e);
        }
    }

    private Map<String, String> digests() throws IOException {
        Map<String, String> digests = new HashMap<>();
        IndexSearcher searcher = searchers.acquire();
        try {
            StoredFields stored = searcher.storedFields();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                var live = leaf.reader().getLiveDocs();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (live == null || live.get(doc)) {
                        Document fields = stored.document(leaf.docBase + doc,
                                Set.of(PassageDocument.PAGE, PassageDocument.DIGEST));
                        digests.put(fields.get(PassageDocument.PAGE), fields.get(PassageDocument.DIGEST));
                    }
                }
            }
            return digests;
        } finally {
            searchers.release(searcher);
        }
    }

    /** Uses an editor's list of synonyms from now on. */
    public void useSynonyms(Synonyms synonyms) {
        try {
            stems = SwedishAnalysis.stemsWithSynonyms(synonyms.solrFormat());
        } catch (ParseException e) {
            throw new IllegalArgumentException("the list was not read by Synonyms.read", e);
        }
    }

    @Override
    public Retrieval retrieve(String question) {
        return search(question, PassageIndex::candidates);
    }

    @Override
    public Retrieval retrieveWithin(String question, String page) {
        return search(question, (searcher, terms) -> searcher.search(new BooleanQuery.Builder()
                .add(new TermQuery(new Term(PassageDocument.PAGE, page)), BooleanClause.Occur.FILTER)
                .add(terms.candidatesByGrams(), BooleanClause.Occur.SHOULD)
                .build(), CANDIDATES).scoreDocs);
    }

    /** Phase one. */
    private interface Candidates {
        ScoreDoc[] find(IndexSearcher searcher, QuestionTerms terms) throws IOException;
    }

    private Retrieval search(String question, Candidates candidates) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                QuestionTerms terms = QuestionTerms.of(searcher, AnalysedQuestion.of(question, stems));
                return ranked(searcher, terms, candidates.find(searcher, terms));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexUnavailable(
                    "The index cannot be read. Restart the service: a damaged index is made anew.", e);
        }
    }

    private static ScoreDoc[] candidates(IndexSearcher searcher, QuestionTerms terms) throws IOException {
        ScoreDoc[] candidates = searcher.search(terms.candidates(), CANDIDATES).scoreDocs;
        return candidates.length < CANDIDATES
                ? searcher.search(terms.candidatesByGrams(), CANDIDATES).scoreDocs
                : candidates;
    }

    private static Retrieval ranked(IndexSearcher searcher, QuestionTerms terms, ScoreDoc[] candidates)
            throws IOException {
        if (candidates.length == 0) {
            return Retrieval.NOTHING;
        }
        CandidateScores scores = new CandidateScores(searcher, candidates);
        return new RankedPages(searcher, terms, scores).of(scores.score(terms));
    }

    static int pagesKept() {
        return PAGES;
    }

    @Override
    public void close() {
        try (directory; writer; searchers) {
            log.debug("The index is closed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
