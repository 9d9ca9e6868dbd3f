package se.lotsen.trial;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import se.lotsen.archive.Draft;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.knowledge.PageDocument;

/**
 * Looks at what drafts would change before they are published. One look at a time; those that are asked for meanwhile wait.
 * Results are kept in memory until what is served changes: whoever publishes after that, or after a restart, looks again, which
 * takes seconds.
 */
public final class PublishGate implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PublishGate.class);
    private static final int KEPT = 50;
    private final Trials trials;
    private final TrialQuestions questions;
    private final KnowledgeFolder folder;
    private final TrialProperties properties;
    private final Clock clock;
    private final Map<UUID, GateRun> runs = new LinkedHashMap<>();
    /** Counts how often what is served has changed. */
    private final AtomicInteger served = new AtomicInteger();
    private final ExecutorService worker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("publish-gate").factory());

    PublishGate(Trials trials, TrialQuestions questions, KnowledgeFolder folder, TrialProperties properties,
            Clock clock) {
        this.trials = trials;
        this.questions = questions;
        this.folder = folder;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins a look at these drafts together; the same drafts in the same versions are looked at once. */
    public GateRun start(List<Draft> drafts) {
        Optional<GateRun> same = runOf(drafts).filter(run -> run.state() != GateRun.State.FAILED);
        if (same.isPresent()) {
            return same.get();
        }
        GateRun run = new GateRun(UUID.randomUUID(), versions(drafts), GateRun.State.RUNNING, 0, 0,
                clock.instant(), null,
                null);
        put(run);
        try {
            worker.execute(() -> look(run, drafts));
        } catch (RejectedExecutionException e) {
            log.info("The service is stopping; nothing more is looked at");
        }
        return run;
    }

    /** Looks again, as the pages or the questions have changed meanwhile. */
    public GateRun again(List<Draft> drafts) {
        synchronized (runs) {
            runs.values().removeIf(
                    run -> run.drafts().equals(versions(drafts)) && run.state() != GateRun.State.RUNNING);
        }
        return start(drafts);
    }

    /** A look by its id; empty after a restart. */
    public Optional<GateRun> run(UUID id) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(id));
        }
    }

    /** The look at just these drafts in these versions. */
    public Optional<GateRun> runOf(List<Draft> drafts) {
        Map<UUID, Integer> versions = versions(drafts);
        synchronized (runs) {
            return runs.values().stream().filter(run -> run.drafts().equals(versions))
                    .reduce((first, last) -> last);
        }
    }

    /** Whether what became worse forbids to publish. */
    public boolean blocks(GateRun run) {
        return properties.gate() == TrialProperties.Gate.BLOCK && run.result() != null
                && run.result().hasRegressions();
    }

    private void look(GateRun run, List<Draft> drafts) {
        Comparison result = null;
        try {
            int before;
            do {
                // What is served may change while questions are asked: the result is about what is served when it is shown.
                before = served.get();
                result = compared(run, drafts);
            } while (served.get() != before);
        } catch (RuntimeException e) {
            log.error("Look {} at {} drafts failed", run.id(), drafts.size(), e);
            result = null;
        } finally {
            end(run.id(), result);
        }
    }

    private Comparison compared(GateRun run, List<Draft> drafts) {
        Map<String, Optional<String>> texts = new HashMap<>();
        drafts.forEach(draft -> texts.put(draft.file(), Optional.of(draft.text())));
        KnowledgeFolder after = folder.with(texts);
        List<TrialQuestion> asked = questions.of(after, pages(drafts));
        update(run.id(), asked.size(), 0);
        return trials.compare(folder, after, asked, done -> update(run.id(), asked.size(), done));
    }

    /** Two changes that are harmless alone may not be so together: what was seen before is looked at again. */
    @EventListener
    void pages(LibraryChanged changed) {
        forget();
    }

    @EventListener
    void files(KnowledgeFilesChanged changed) {
        forget();
    }

    private void forget() {
        served.incrementAndGet();
        synchronized (runs) {
            runs.values().removeIf(run -> run.state() != GateRun.State.RUNNING);
        }
    }

    private static Set<String> pages(List<Draft> drafts) {
        Set<String> pages = new HashSet<>();
        for (Draft draft : drafts) {
            String id = KnowledgeFolder.isPage(draft.file())
                    ? PageDocument.parse(draft.text()).fields().id()
                    : null;
            if (id != null) {
                pages.add(id);
            }
        }
        return pages;
    }

    private static Map<UUID, Integer> versions(List<Draft> drafts) {
        Map<UUID, Integer> versions = new HashMap<>();
        drafts.forEach(draft -> versions.put(draft.id(), draft.version()));
        return Map.copyOf(versions);
    }

    private void update(UUID id, int total, int done) {
        synchronized (runs) {
            runs.computeIfPresent(id, (same, run) -> run.started(total).at(done));
        }
    }

    private void end(UUID id, @org.jspecify.annotations.Nullable Comparison result) {
        synchronized (runs) {
            runs.computeIfPresent(id, (same, run) -> run.ended(clock.instant(), result));
        }
    }

    private void put(GateRun run) {
        synchronized (runs) {
            runs.put(run.id(), run);
            if (runs.size() > KEPT) {
                runs.remove(runs.keySet().iterator().next());
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
