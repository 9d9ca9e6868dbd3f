package se.lotsen.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
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
        Map<String, String> notes = new HashMap<>(notes());
        notes.put(IndexFolder.RULES, SwedishAnalysis.VERSION);
        writer.setLiveCommitData(notes.entrySet());
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
            return new PassageIndex(IndexFolder.open(folder));
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

    /**
     * Makes the index hold exactly these pages. Pages with an unchanged digest are skipped; questions go on being answered
     * from the earlier state until the update is whole and durable.
     */
    public IndexReport update(Collection<IndexedPage> pages) {
        return change(open -> {
            Map<String, String> held = digests();
            int updated = 0;
            for (IndexedPage page : pages) {
                if (!page.digest().equals(held.remove(page.id()))) {
                    open.updateDocuments(new Term(PassageDocument.PAGE, page.id()), PassageDocument.of(page));
                    updated++;
                }
            }
            for (String gone : held.keySet()) {
                open.deleteDocuments(new Term(PassageDocument.PAGE, gone));
            }
            tidy(open);
            return new IndexReport(updated, pages.size() - updated, held.size(),
                    open.getDocStats().numDocs);
        });
    }

    static void tidy(IndexWriter open) throws IOException {
        if (open.hasDeletions() && open.getDocStats().maxDoc < TIDY_BELOW) {
            // Lucene's forceMergeDeletes leaves a single segment with deletions as it is.
            open.forceMerge(1);
        }
    }

    /** One change of the index. */
    interface Change<T> {
        T on(IndexWriter open) throws IOException;
    }

    /** Makes a change that readers see whole, and only when it is durable. */
    synchronized <T> T change(Change<T> change) {
        try {
            T result = change.on(writer);
            writer.commit();
            searchers.maybeRefreshBlocking();
            return result;
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexUnavailable("The index cannot be written. Check the disk.", e);
        }
    }

    /** What the last commit says beside the documents. */
    final Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(note -> notes.put(note.getKey(), note.getValue()));
        }
        return notes;
    }

    private Map<String, String> digests() {
        Map<String, String> digests = new HashMap<>();
        eachPassage(Set.of(PassageDocument.PAGE, PassageDocument.DIGEST),
                fields -> digests.put(fields.get(PassageDocument.PAGE), fields.get(PassageDocument.DIGEST)));
        return digests;
    }

    /** The stored fields of each passage, of one state of the index. */
    void eachPassage(Set<String> names, Consumer<Document> passage) {
        read((searcher, analyzer) -> {
            StoredFields stored = searcher.storedFields();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                var live = leaf.reader().getLiveDocs();
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (live == null || live.get(doc)) {
                        passage.accept(stored.document(leaf.docBase + doc, names));
                    }
                }
            }
            return searcher;
        });
    }

    /** Uses an editor's list of synonyms from now on. */
    public void useSynonyms(Synonyms synonyms) {
        try {
            stems = SwedishAnalysis.stemsWithSynonyms(synonyms.solrFormat());
        } catch (ParseException e) {
            throw new IllegalArgumentException("the list was not read by Synonyms.read", e);
        }
    }

    /** By words alone, whatever vectors there are. */
    public Retrieval retrieve(String question) {
        return search(question, PassageIndex::candidates);
    }

    @Override
    public Retrieval retrieve(String question, String language) {
        return retrieve(question);
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
        return read((searcher, analyzer) -> {
            QuestionTerms terms = QuestionTerms.of(searcher, AnalysedQuestion.of(question, analyzer));
            return ranked(searcher, terms, candidates.find(searcher, terms));
        });
    }

    /** A look at one state of the index. */
    interface Look<T> {
        /** @param stems how questions are read, an editor's synonyms included */
        T at(IndexSearcher searcher, Analyzer stems) throws IOException;
    }

    <T> T read(Look<T> look) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return look.at(searcher, stems);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw new IndexUnavailable(
                    "The index cannot be read. Restart the service: a damaged index is made anew.", e);
        }
    }

    static ScoreDoc[] candidates(IndexSearcher searcher, QuestionTerms terms) throws IOException {
        ScoreDoc[] candidates = searcher.search(terms.candidates(), CANDIDATES).scoreDocs;
        return candidates.length < CANDIDATES
                ? searcher.search(terms.candidatesByGrams(), CANDIDATES).scoreDocs
                : candidates;
    }

    static Retrieval ranked(IndexSearcher searcher, QuestionTerms terms, ScoreDoc[] candidates)
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
