package se.lotsen.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notices within one process: passed on after the commit, on the thread that told. */
final class LocalNotices implements Notices {
    private static final Logger log = LoggerFactory.getLogger(LocalNotices.class);
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();

    @Override
    public void tell(String topic, String key) {
        refuseUnlessShort(topic, key);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            pass(topic, key);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_ROLLED_BACK) {
                    pass(topic, key);
                }
            }
        });
    }

    static void refuseUnlessShort(String topic, String key) {
        if (topic.isEmpty() || topic.indexOf(' ') >= 0 || topic.length() + key.length() > LONGEST) {
            throw new IllegalArgumentException("A notice holds a topic without spaces and an id, at most "
                    + LONGEST + " characters together");
        }
    }

    @Override
    public void listen(String topic, Listener listener) {
        listeners.computeIfAbsent(topic, first -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    void pass(String topic, String key) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> safely(listener, one -> one.heard(key)));
    }

    void lookAll() {
        listeners.values().forEach(all -> all.forEach(listener -> safely(listener, Listener::look)));
    }

    /** One listener's fault is not the next one's. */
    private static void safely(Listener listener, Consumer<Listener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException e) {
            log.error("A listener to notices failed", e);
        }
    }
}
