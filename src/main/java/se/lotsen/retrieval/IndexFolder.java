package se.lotsen.retrieval;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an index on disk: what is in it is kept only where it can be trusted. */
final class IndexFolder {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
    /** Where the commit says by which rules of analysis the index was made. */
    static final String RULES = "lotsen.analysis";

    private IndexFolder() {
    }

    /** The folder, empty when the index in it was damaged or made by other rules. */
    static Directory open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        // Held while looking: an index that another process is writing must not be taken for a damaged one.
        try (Lock alone = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            if (!isSound(directory, folder)) {
                clear(directory);
            }
            alone.ensureValid();
        }
        return directory;
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
}
