package se.lotsen.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.lotsen.trial.OpenDesks.FEE;
import static se.lotsen.trial.OpenDesks.ids;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import se.lotsen.knowledge.LibraryChanged;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.archive.Draft;
import se.lotsen.archive.DraftOrigin;
import se.lotsen.archive.DraftState;
import se.lotsen.audit.Actor;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.trial.GateRun.State;

/** A look at drafts before they are published. */
@Timeout(60)
class PublishGateTests {
    @TempDir
    private static Path root;
    private static OpenDesks open;
    private static KnowledgeFolder folder;
    private static RecordForTests record;
    private PublishGate gate = gate(TrialProperties.Gate.WARN);

    @BeforeAll
    static void start() {
        open = new OpenDesks();
        folder = KnowledgeFiles.copyOfTheShipped(root.resolve("kunskap")).write(TrialQuestions.FILE,
                "id\tlang\texpected\tpages\tquestion\tfacts\n"
                        + "avgift\tsv\tanswered\tforskola-avgift\tvad kostar förskolan\t1 800 kronor\n"
                        + "bok\tsv\tanswered\t-\tvad kostar en försenad biblioteksbok\t\n")
                .folder();
        record = new RecordForTests(RecordForTests.address(root), OpenDesks.MONDAY,
                (event, standing) -> List.of());
    }

    @AfterAll
    static void stop() {
        record.close();
        open.close();
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private static PublishGate gate(TrialProperties.Gate policy) {
        TrialProperties properties = new TrialProperties(policy, 100, Duration.ofDays(60));
        return new PublishGate(new Trials(open.desks),
                new TrialQuestions(record.questions, properties, OpenDesks.MONDAY), folder, properties,
                OpenDesks.MONDAY);
    }

    private static Draft draft(int version, String file, String text) {
        return new Draft(new UUID(7, file.hashCode()), file, text, 1, version, DraftState.DRAFT,
                DraftOrigin.WRITTEN, new Actor("1", "Vera"), Instant.EPOCH, "");
    }

    private static Draft fee(int version, String amount) {
        String text = folder.read(FEE, finding -> {
        }).orElseThrow();
        return draft(version, FEE, text.replace("1 800 kronor", amount));
    }

    private GateRun finished(GateRun run) {
        AtomicInteger done = new AtomicInteger();
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5))
                .until(() -> gate.run(run.id()).orElseThrow(), now -> {
                    int before = done.getAndSet(now.done());
                    assertThat(now.done()).as("progress never goes back").isBetween(before,
                            Math.max(before, now.total()));
                    return now.state() != State.RUNNING;
                });
    }

    @Test
    void aLookSaysWhatWouldChangeAndChangesNothing() {
        Library before = Library.read(folder);
        GateRun run = finished(gate.start(List.of(fee(3, "1 850 kronor"))));

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.isFinished()).isTrue();
        assertThat(run.total()).isEqualTo(2);
        assertThat(run.done()).isEqualTo(2);
        assertThat(run.finishedAt()).isEqualTo(OpenDesks.MONDAY.instant());
        assertThat(ids(run.result().of(ChangedAnswer.Effect.REGRESSION))).containsExactly("avgift");
        assertThat(run.count(ChangedAnswer.Effect.REGRESSION)).isEqualTo(1);
        assertThat(Library.read(folder).pages()).isEqualTo(before.pages());
    }

    @Test
    void theSameDraftsInTheSameVersionsAreLookedAtOnce() {
        GateRun first = gate.start(List.of(fee(3, "1 850 kronor")));
        assertThat(gate.start(List.of(fee(3, "1 850 kronor"))).id()).isEqualTo(first.id());
        GateRun done = finished(first);
        assertThat(gate.start(List.of(fee(3, "1 850 kronor")))).isEqualTo(done);
        assertThat(gate.runOf(List.of(fee(3, "1 850 kronor")))).contains(done);
        assertThat(gate.runOf(List.of(fee(4, "1 850 kronor")))).isEmpty();
        assertThat(finished(gate.start(List.of(fee(4, "1 800 kronor")))).result().changes()).isEmpty();
        assertThat(gate.run(new UUID(1, 1))).isEmpty();
    }

    @Test
    void againLooksAgainWhenTheLookIsOver() {
        GateRun first = gate.start(List.of(fee(3, "1 850 kronor")));
        finished(first);
        GateRun second = gate.again(List.of(fee(3, "1 850 kronor")));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(gate.run(first.id())).isEmpty();
        assertThat(finished(second).state()).isEqualTo(State.DONE);
    }

    @Test
    void severalDraftsAreLookedAtTogether() {
        Draft questions = draft(1, TrialQuestions.FILE, "id\tlang\texpected\tpages\tquestion\tfacts\n"
                + "avgift\tsv\tanswered\tforskola-avgift\tvad kostar förskolan\t1 850 kronor\n");
        GateRun run = finished(gate.start(List.of(fee(1, "1 850 kronor"), questions)));
        assertThat(run.drafts()).hasSize(2);
        assertThat(run.total()).as("the test questions of the drafts").isEqualTo(1);
        assertThat(run.result().hasRegressions()).isFalse();
        assertThat(ids(run.result().of(ChangedAnswer.Effect.IMPROVEMENT))).containsExactly("avgift");
    }

    @Test
    void aLookThatFailsSaysSoAndTheNextOneLooksAnew() {
        Draft broken = draft(1, "replies.sv.yaml", "noAnswer: [");
        GateRun run = finished(gate.start(List.of(broken)));
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.result()).isNull();
        assertThat(run.isFinished()).isFalse();
        assertThat(gate.blocks(run)).isFalse();
        assertThat(run.count(ChangedAnswer.Effect.LOST)).isZero();
        assertThat(gate.start(List.of(broken)).id()).isNotEqualTo(run.id());
        assertThat(finished(gate.start(List.of(fee(9, "1 800 kronor")))).state()).isEqualTo(State.DONE);
    }

    @Test
    void aRegressionBlocksWhereTheMunicipalityWantsThat() {
        GateRun worse = finished(gate.start(List.of(fee(1, "1 850 kronor"))));
        assertThat(gate.blocks(worse)).isFalse();
        try (PublishGate strict = gate(TrialProperties.Gate.BLOCK)) {
            assertThat(strict.blocks(worse)).isTrue();
            GateRun running = new GateRun(new UUID(1, 1), Map.of(), State.RUNNING, 0, 0, Instant.EPOCH, null,
                    null);
            assertThat(strict.blocks(running)).isFalse();
        }
    }

    @Test
    void aLateCountTakesNoProgressBack() {
        GateRun run = new GateRun(new UUID(1, 1), Map.of(), State.RUNNING, 0, 0, Instant.EPOCH, null, null)
                .started(10).at(4).at(3);
        assertThat(run.done()).isEqualTo(4);
        assertThat(run.total()).isEqualTo(10);
    }

    @Test
    void whatWasSeenBeforeSomethingElseWasPublishedIsLookedAtAgain() {
        List<Draft> drafts = List.of(fee(1, "1 850 kronor"));
        GateRun first = finished(gate.start(drafts));
        gate.pages(new LibraryChanged(Library.read(folder)));
        assertThat(gate.run(first.id())).isEmpty();
        GateRun second = finished(gate.start(drafts));
        assertThat(second.id()).isNotEqualTo(first.id());
        gate.files(new KnowledgeFilesChanged(Set.of("synonyms.sv.txt")));
        assertThat(gate.runOf(drafts)).isEmpty();
    }
}
