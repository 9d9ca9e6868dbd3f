package se.lotsen.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Bare index writers over the same text: what the benchmarks hold the building of the index against. */
public final class RawIndexing {
    private RawIndexing() {
    }

    /** One field of stems, stored, one commit. */
    public static void stems(Path folder, List<IndexedPage> pages) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory,
                        new IndexWriterConfig(SwedishAnalysis.STEMS))) {
            for (IndexedPage page : pages) {
                for (var passage : page.passages()) {
                    Document document = new Document();
                    document.add(new TextField(PassageDocument.ALL_STEMS, passage.text(), Field.Store.YES));
                    writer.addDocument(document);
                }
            }
            writer.commit();
        }
    }

    /** The very documents of the product, one commit. */
    public static void sameDocuments(Path folder, List<IndexedPage> pages) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory,
                        new IndexWriterConfig(new PerFieldAnalyzerWrapper(SwedishAnalysis.STEMS,
                                Map.of(PassageDocument.ALL_GRAMS, SwedishAnalysis.GRAMS,
                                        PassageDocument.QUESTION_GRAMS, SwedishAnalysis.GRAMS))))) {
            for (IndexedPage page : pages) {
                writer.addDocuments(PassageDocument.of(page));
            }
            writer.commit();
        }
    }
}
