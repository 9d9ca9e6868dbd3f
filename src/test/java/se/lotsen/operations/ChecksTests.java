package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.answering.AssistantMode;
import se.lotsen.archive.KnowledgeState;
import se.lotsen.confidence.Calibration;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Outbox;
import se.lotsen.conversation.WaitingCase;
import se.lotsen.delivery.Promise;
import se.lotsen.delivery.Promises;
import se.lotsen.embedding.EmbeddingStanding;
import se.lotsen.handover.Presence;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Library;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.languagemodel.ModelStatus;
import se.lotsen.retrieval.IndexUnavailable;
import se.lotsen.retrieval.PassageIndex;

/** What can be wrong is seen, and nothing else is said. */
class ChecksTests {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    @TempDir
    Path dataDir;
    private final KnowledgeWatch knowledge = mock(KnowledgeWatch.class);
    private final PassageIndex index = mock(PassageIndex.class);
    private final CurrentCalibration calibration = mock(CurrentCalibration.class);
    private final AssistantModes assistant = mock(AssistantModes.class);
    private final JdbcClient database = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final Outbox outbox = mock(Outbox.class);
    private final Promises promises = mock(Promises.class);
    private final HandoverStore cases = mock(HandoverStore.class);
    private final Presence presence = mock(Presence.class);
    private ModelStatus models = new ModelStatus(List.of(), 5);
    private boolean embeddingRests;
    private KnowledgeState published = new KnowledgeState("1a2b3c4d", "1a2b3c4d", 0);

    @BeforeEach
    void allIsWell() {
        when(knowledge.library()).thenReturn(new Library(Map.of(), List.of()));
        calibratedOn("calibration.yaml", 400);
        when(assistant.mode()).thenReturn(AssistantMode.ON);
        when(outbox.counts()).thenReturn(new Outbox.Counts(3, 0, 0));
    }

    @Test
    void whereAllIsWellNothingNeedsWork() {
        assertThat(checks(0).all()).extracting(Check::code).containsExactlyInAnyOrder("DATABASE_OK",
                "MODEL_NONE",
                "PAGES_OK", "PUBLISHED_OK", "CALIBRATION_OK", "DISK_OK", "DELIVERIES_OK", "PROMISES_OK",
                "STAFF_OK");
        assertThat(checks(0).all()).noneMatch(Check::needsWork);
        assertThat(new CheckHealth(checks(0), Area.values()).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aModelThatRestsABudgetThatIsSpentAndASwitchAreToldApart() {
        models = new ModelStatus(List.of(new ModelStatus.Model("a", false, "OPEN", null),
                new ModelStatus.Model("b", true, "CLOSED", null)), 5);
        assertThat(codes(Area.ASSISTANT)).containsExactly("MODEL_RESTING");
        models = new ModelStatus(List.of(new ModelStatus.Model("b", true, "CLOSED", null)), 0);
        assertThat(codes(Area.ASSISTANT)).containsExactly("MODEL_BUDGET_SPENT");
        models = new ModelStatus(List.of(new ModelStatus.Model("b", true, "CLOSED", null)), 1);
        assertThat(codes(Area.ASSISTANT)).containsExactly("ASSISTANT_OK");
        when(assistant.mode()).thenReturn(AssistantMode.OFF);
        embeddingRests = true;
        assertThat(codes(Area.ASSISTANT)).containsExactly("ASSISTANT_HELD_BACK", "EMBEDDING_RESTING");
    }

    @Test
    void anIndexThatCannotBeReadIsDown() {
        when(index.retrieve(anyString())).thenThrow(mock(IndexUnavailable.class));
        assertThat(codes(Area.KNOWLEDGE)).containsExactly("INDEX_UNREADABLE");
        assertThat(new CheckHealth(checks(0), Area.KNOWLEDGE).health().getStatus().getCode())
                .isEqualTo("DOWN");
    }

    @Test
    void aThinOrMissingCalibrationIsTold() {
        calibratedOn("calibration.yaml", Calibration.ENOUGH - 1);
        assertThat(codes(Area.CALIBRATION)).containsExactly("CALIBRATION_THIN");
        when(calibration.get()).thenReturn(Calibration.LABORATORY);
        assertThat(codes(Area.CALIBRATION)).containsExactly("CALIBRATION_LABORATORY");
    }

    @Test
    void aDatabaseThatFailsOrIsSilentIsDownAndWhatLivesInItIsNotAsked() {
        when(database.sql(anyString())).thenThrow(new DataAccessResourceFailureException("secret"));
        when(outbox.counts()).thenThrow(new AssertionError("asked"));
        assertThat(checks(0).all()).extracting(Check::code).contains("DATABASE_FAULT", "PAGES_OK")
                .doesNotContain("DELIVERIES_OK");
        CountDownLatch never = new CountDownLatch(1);
        doAnswer(call -> {
            never.await();
            return null;
        }).when(database).sql("select 1");
        long begun = System.nanoTime();
        assertThat(codes(Area.DATABASE)).containsExactly("DATABASE_SILENT");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aDiskWithTooLittleRoomAndOneThatIsGoneAreDown() {
        assertThat(checks(Long.MAX_VALUE).of(Area.DISK)).extracting(Check::code).containsExactly("DISK_LOW");
        assertThat(new Checks(places(), dataDir.resolve("gone"), 0, Clock.systemUTC()).of(Area.DISK))
                .extracting(Check::code).containsExactly("DISK_UNREADABLE");
    }

    @Test
    void whatWaitsForOthersNeedsWorkAndIsNeverDown() {
        when(outbox.counts()).thenReturn(new Outbox.Counts(3, 2, 1));
        List<Promise> atRisk = List.of(due(NOW.minusSeconds(1)), due(NOW.plusSeconds(60)));
        when(promises.atRisk(any())).thenReturn(atRisk);
        when(cases.waiting(any())).thenReturn(List.of(mock(WaitingCase.class)));
        assertThat(codes(Area.DELIVERIES)).containsExactly("DELIVERIES_DEAD", "DELIVERIES_FAILING");
        assertThat(codes(Area.PROMISES)).containsExactly("PROMISES_BROKEN", "PROMISES_AT_RISK");
        assertThat(codes(Area.STAFF)).containsExactly("STAFF_AWAY");
        assertThat(new CheckHealth(checks(0), Area.values()).health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aFolderThatIsNotAsItWasPublishedNeedsWorkAndIsNotDown() {
        assertThat(codes(Area.PUBLISHED)).containsExactly("PUBLISHED_OK");
        published = new KnowledgeState("1a2b3c4d", "5e6f7a8b", 2);
        assertThat(checks(0).of(Area.PUBLISHED)).containsExactly(Check.of(Finding.PUBLISHED_DIFFERS, 2));
        assertThat(new CheckHealth(checks(0), Area.PUBLISHED).health().getStatus().getCode()).isEqualTo("UP");
    }

    private static Promise due(Instant at) {
        Promise promise = mock(Promise.class);
        when(promise.dueAt()).thenReturn(at);
        return promise;
    }

    private void calibratedOn(String name, int graded) {
        Calibration made = new Calibration(Calibration.LABORATORY.model(),
                Calibration.LABORATORY.thresholds(),
                new Calibration.Basis(name, LocalDate.of(2026, 11, 1), graded), null);
        when(calibration.get()).thenReturn(made);
    }

    private List<String> codes(Area area) {
        return checks(0).of(area).stream().map(Check::code).toList();
    }

    private Checks checks(long diskLeast) {
        return new Checks(places(), dataDir, diskLeast, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Checks.Places places() {
        return new Checks.Places(knowledge, index, calibration,
                new GuardedModels(Optional.empty(), () -> models),
                Optional.of(() -> new EmbeddingStanding("m", 3, embeddingRests, Optional.empty())), assistant,
                database, outbox, promises, cases, presence, () -> published);
    }
}
