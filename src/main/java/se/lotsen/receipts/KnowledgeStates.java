package se.lotsen.receipts;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.storage.Moments;
import se.lotsen.storage.SerialRecord;

/**
 * Knows what is served, and keeps each state that an answer was given from: once, under its digest. One costs about a hundred
 * bytes for each file, and only if somebody was answered between two publications.
 */
class KnowledgeStates {
    private static final Logger log = LoggerFactory.getLogger(KnowledgeStates.class);
    /** An answer that began before a publication ends after it; longer than two of them no answer takes. */
    private static final int REMEMBERED = 3;
    private final KnowledgeFolder folder;
    private final JdbcClient database;
    private final SerialRecord record;
    private final Clock clock;
    private final Deque<Held> latest = new ArrayDeque<>();
    private final Set<String> stored = ConcurrentHashMap.newKeySet();

    KnowledgeStates(KnowledgeFolder folder, JdbcClient database, SerialRecord record, Clock clock) {
        this.folder = folder;
        this.database = database;
        this.record = record;
        this.clock = clock;
    }

    /** A state with what each answer asks of it, computed once. */
    private record Held(KnowledgeState state, String digest, Set<String> digests) {
        static Held of(KnowledgeState state) {
            return new Held(state, state.digest(), Set.copyOf(state.files().values()));
        }
    }

    @EventListener
    void pages(LibraryChanged changed) {
        look();
    }

    @EventListener
    void files(KnowledgeFilesChanged changed) {
        look();
    }

    private synchronized void look() {
        Held now;
        try {
            now = Held.of(KnowledgeState.of(folder));
        } catch (UncheckedIOException e) {
            // A volume that is not mounted: the pages read before stay in use, and so does their state.
            log.warn("The knowledge base at {} cannot be listed", folder.root());
            return;
        }
        if (latest.isEmpty() || !now.equals(latest.getFirst())) {
            latest.addFirst(now);
        }
        if (latest.size() > REMEMBERED) {
            latest.removeLast();
        }
    }

    /**
     * The digest of the state that was answered from; it is kept from now on.
     *
     * @param pages the digests of the pages that were read: they tell it from the one after
     */
    String of(Collection<String> pages) {
        // Stored without the lock: a writer that publishes may be waiting for it.
        Held held = held(pages);
        if (!stored.contains(held.digest())) {
            keep(held.digest(), held.state().manifest());
            stored.add(held.digest());
        }
        return held.digest();
    }

    private synchronized Held held(Collection<String> pages) {
        if (latest.isEmpty()) {
            look();
        }
        return latest.stream().filter(one -> one.digests().containsAll(pages)).findFirst()
                .orElseGet(latest::getFirst);
    }

    private void keep(String digest, String manifest) {
        if (find(digest).isPresent()) {
            return;
        }
        try {
            record.write(() -> database.sql(
                    "insert into knowledge_state (digest, made_at, manifest) values (:digest, :at, :manifest)")
                    .param("digest", digest).param("at", Moments.stored(clock.instant()))
                    .param("manifest", manifest).update());
        } catch (DuplicateKeyException e) {
            // Another process was faster with the same.
        }
    }

    /** A state that was kept, as it stands in the database: whoever uses it compares its digest. */
    Optional<KnowledgeState> find(String digest) {
        return record.read(() -> database.sql("select manifest from knowledge_state where digest = :digest")
                .param("digest", digest).query(String.class).optional()).map(KnowledgeState::read);
    }
}
