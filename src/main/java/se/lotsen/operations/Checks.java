package se.lotsen.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.answering.AssistantMode;
import se.lotsen.archive.KnowledgeState;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Outbox;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.Promises;
import se.lotsen.embedding.EmbeddingStanding;
import se.lotsen.handover.Presence;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.languagemodel.ModelStatus;
import se.lotsen.retrieval.IndexUnavailable;
import se.lotsen.retrieval.PassageIndex;

/**
 * Looks after everything that can be wrong, one area at a time, and says in codes what is. It holds no content and no
 * secret. It blocks, though never longer than {@link #PATIENCE} for a database that is silent.
 */
final class Checks {
    /** A database that needs longer for nothing is of no use to anybody. */
    static final long PATIENCE = 2_000;
    /** A word that is always searched for; what is found does not matter. */
    private static final String PROBE = "kommun";
    private final Map<Area, Supplier<List<Check>>> areas = new EnumMap<>(Area.class);
    private final Path dataDir;
    private final long diskLeast;
    private final Clock clock;

    /** Where it looks. */
    record Places(KnowledgeWatch knowledge, PassageIndex index, CurrentCalibration calibration,
            GuardedModels models,
            Optional<EmbeddingStanding.Source> embedding, AssistantModes assistant, JdbcClient database,
            Outbox outbox,
            Promises promises, HandoverStore cases, Presence presence, Supplier<KnowledgeState> published) {
    }

    Checks(Places places, Path dataDir, long diskLeast, Clock clock) {
        this.dataDir = dataDir;
        this.diskLeast = diskLeast;
        this.clock = clock;
        areas.put(Area.ASSISTANT, () -> assistant(places));
        areas.put(Area.KNOWLEDGE, () -> List.of(knowledge(places)));
        areas.put(Area.PUBLISHED, () -> List.of(published(places.published().get())));
        areas.put(Area.CALIBRATION, () -> List.of(calibration(places.calibration().get())));
        areas.put(Area.DATABASE, () -> List.of(database(places.database())));
        areas.put(Area.DISK, () -> List.of(disk()));
        areas.put(Area.DELIVERIES, () -> deliveries(places.outbox().counts()));
        areas.put(Area.PROMISES, () -> promises(places.promises().atRisk(clock.instant())));
        areas.put(Area.STAFF, () -> List.of(staff(places)));
    }

    /** Of every area. */
    List<Check> all() {
        return of(Area.values());
    }

    /** Of these; those that live in a database that is down are left out, as the database is named itself. */
    List<Check> of(Area... asked) {
        List<Check> database = Stream.of(asked).anyMatch(area -> area == Area.DATABASE || area.isInDatabase())
                ? of(Area.DATABASE)
                : List.of();
        boolean recorded = database.stream().allMatch(check -> check.finding() == Finding.DATABASE_OK);
        return Stream.of(asked).filter(area -> recorded || !area.isInDatabase())
                .flatMap(area -> (area == Area.DATABASE ? database : of(area)).stream()).toList();
    }

    List<Check> of(Area area) {
        Supplier<List<Check>> look = areas.get(area);
        return look == null ? List.of() : look.get();
    }

    private static List<Check> assistant(Places places) {
        List<Check> checks = new ArrayList<>();
        if (places.assistant().mode() != AssistantMode.ON) {
            checks.add(Check.of(Finding.ASSISTANT_HELD_BACK));
        }
        ModelStatus models = places.models().status().get();
        long resting = models.models().stream().filter(model -> !model.available()).count();
        if (resting > 0) {
            checks.add(Check.of(Finding.MODEL_RESTING, resting));
        } else if (!models.models().isEmpty() && models.tokensLeft() == 0) {
            checks.add(Check.of(Finding.MODEL_BUDGET_SPENT));
        }
        if (places.embedding().map(source -> source.standing().resting()).orElse(false)) {
            checks.add(Check.of(Finding.EMBEDDING_RESTING));
        }
        if (checks.isEmpty()) {
            checks.add(Check.of(models.models().isEmpty() ? Finding.MODEL_NONE : Finding.ASSISTANT_OK));
        }
        return checks;
    }

    private static Check knowledge(Places places) {
        try {
            places.index().retrieve(PROBE);
        } catch (IndexUnavailable e) {
            return Check.of(Finding.INDEX_UNREADABLE);
        }
        int faults = places.knowledge().library().findings().size();
        return faults > 0
                ? Check.of(Finding.PAGES_FAULTY, faults)
                : Check.of(Finding.PAGES_OK, places.knowledge().library().pages().size());
    }

    private static Check published(KnowledgeState state) {
        return state.isCurrent()
                ? Check.of(Finding.PUBLISHED_OK)
                : Check.of(Finding.PUBLISHED_DIFFERS, state.differing());
    }

    private static Check calibration(Calibration calibration) {
        if (calibration.basis().equals(Calibration.LABORATORY.basis())) {
            return Check.of(Finding.CALIBRATION_LABORATORY);
        }
        return Check.of(calibration.isTrusted() ? Finding.CALIBRATION_OK : Finding.CALIBRATION_THIN,
                calibration.basis().cases());
    }

    private static Check database(JdbcClient database) {
        CompletableFuture<Check> answer = new CompletableFuture<>();
        Thread asking = Thread.ofVirtual().name("database-check").start(() -> {
            try {
                database.sql("select 1").query(Integer.class).single();
                answer.complete(Check.of(Finding.DATABASE_OK));
            } catch (RuntimeException e) {
                answer.complete(Check.of(Finding.DATABASE_FAULT));
            }
        });
        try {
            return answer.get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            asking.interrupt();
            return Check.of(Finding.DATABASE_SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Check.of(Finding.DATABASE_SILENT);
        }
    }

    private Check disk() {
        try {
            long left = Files.getFileStore(dataDir).getUsableSpace();
            return Check.of(left < diskLeast ? Finding.DISK_LOW : Finding.DISK_OK, left / 1_000_000);
        } catch (IOException e) {
            return Check.of(Finding.DISK_UNREADABLE);
        }
    }

    private static List<Check> deliveries(Outbox.Counts counts) {
        List<Check> checks = new ArrayList<>();
        if (counts.dead() > 0) {
            checks.add(Check.of(Finding.DELIVERIES_DEAD, counts.dead()));
        }
        if (counts.failing() > 0) {
            checks.add(Check.of(Finding.DELIVERIES_FAILING, counts.failing()));
        }
        return checks.isEmpty() ? List.of(Check.of(Finding.DELIVERIES_OK)) : checks;
    }

    private List<Check> promises(List<Promise> atRisk) {
        Instant now = clock.instant();
        long broken = atRisk.stream().filter(promise -> promise.dueAt().isBefore(now)).count();
        List<Check> checks = new ArrayList<>();
        if (broken > 0) {
            checks.add(Check.of(Finding.PROMISES_BROKEN, broken));
        }
        if (atRisk.size() > broken) {
            checks.add(Check.of(Finding.PROMISES_AT_RISK, atRisk.size() - broken));
        }
        return checks.isEmpty() ? List.of(Check.of(Finding.PROMISES_OK)) : checks;
    }

    private static Check staff(Places places) {
        int waiting = places.cases().waiting(Set.of()).size();
        int there = places.presence().there().size();
        return waiting > 0 && there == 0
                ? Check.of(Finding.STAFF_AWAY, waiting)
                : Check.of(Finding.STAFF_OK, there);
    }
}
