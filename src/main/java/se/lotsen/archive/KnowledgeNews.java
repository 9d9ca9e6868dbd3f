package se.lotsen.archive;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import se.lotsen.storage.Notices;

/**
 * Has the folder compared with the archive when somebody has published, when notices may have been missed, and when this
 * process begins to lead. What fails is owed, and tried again within a second.
 */
final class KnowledgeNews implements Notices.Listener {
    /** The key is a file's name. */
    static final String TOPIC = "knowledge";
    private static final Logger log = LoggerFactory.getLogger(KnowledgeNews.class);
    private final OutsideEdits edits;
    private final AtomicBoolean owed = new AtomicBoolean();

    KnowledgeNews(OutsideEdits edits) {
        this.edits = edits;
    }

    @Override
    public void heard(String file) {
        look();
    }

    @Override
    public void look() {
        owed.set(true);
        Thread.startVirtualThread(this::catchUp);
    }

    /** Every process looks by itself: whether it leads is a part of what it looks at. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void catchUp() {
        if (owed.getAndSet(false) || edits.leadHasChanged()) {
            try {
                edits.lookFromOutside();
            } catch (DataAccessException | TransactionException e) {
                owed.set(true);
                log.warn("What is published cannot be compared with the folder yet: {}",
                        e.getClass().getSimpleName());
            }
        }
    }
}
