package se.lotsen.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.archive.ArchiveParts.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.lotsen.archive.ArchiveRefusal.BaseChanged;
import se.lotsen.archive.ArchiveRefusal.DraftChanged;
import se.lotsen.archive.ArchiveRefusal.DraftExists;
import se.lotsen.archive.ArchiveRefusal.NoSuchFile;
import se.lotsen.archive.ArchiveRefusal.NotThere;

/** What is being written. */
interface DraftContract extends ArchiveParts {

    @Test
    default void readingBeginsNoDraftAndTheFirstChangeDoes() {
        Draft read = archive().read(A, VERA);
        assertThat(read.version()).isZero();
        assertThat(archive().drafts()).isEmpty();
        assertThat(archive().save(A, 0, read.basedOn(), read.text(), VERA).version()).isZero();
        assertThat(archive().drafts()).isEmpty();

        Draft kept = archive().save(A, 0, read.basedOn(), page("a", "Nytt."), VERA);

        assertThat(kept).extracting(Draft::version, Draft::basedOn, Draft::state, Draft::writer)
                .containsExactly(1, 1, DraftState.DRAFT, VERA);
        assertThat(archive().draftOf(A)).contains(kept);
        assertThat(archive().draft(kept.id())).contains(kept);
        assertThat(served(A)).as("what is served").isEqualTo(page("a", "A."));
    }

    @Test
    default void aFileHasOneDraftWhoeverBeginsIt() {
        Draft first = archive().begin(A, VERA);
        assertThat(archive().begin(A, GUNN)).isEqualTo(first);
        assertThatThrownBy(() -> archive().create(A, "text", DraftOrigin.GAP, GUNN))
                .isInstanceOfSatisfying(DraftExists.class,
                        e -> assertThat(e.current()).isEqualTo(first));
    }

    @Test
    default void nothingIsBegunOfAFileThatIsNotThere() {
        assertThatThrownBy(() -> archive().begin("pages/okand.md", VERA)).isInstanceOf(NotThere.class);
        archive().remove(A, GUNN, "");
        assertThatThrownBy(() -> archive().begin(A, VERA)).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> archive().read(A, VERA)).isInstanceOf(NotThere.class);
    }

    @Test
    default void whoeverSavesUponAnOldVersionIsToldWhatThereIs() {
        Draft read = archive().begin(A, VERA);
        Draft theirs = archive().save(read.id(), 1, page("a", "Gunns."), GUNN);

        assertThatThrownBy(() -> archive().save(read.id(), 1, page("a", "Veras."), VERA))
                .isInstanceOfSatisfying(DraftChanged.class,
                        e -> assertThat(e.current()).isEqualTo(theirs));
        assertThatThrownBy(() -> archive().save(A, 0, 1, page("a", "Veras."), VERA))
                .isInstanceOf(DraftChanged.class);
        assertThat(archive().draftOf(A)).contains(theirs);
    }

    @Test
    default void ofManyWhoSaveAtOnceOneSaves() throws Exception {
        Draft read = archive().begin(A, VERA);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String text = page("a", "Nummer " + i + ".");
            tries.add(() -> {
                try {
                    archive().save(read.id(), 1, text, VERA);
                    return true;
                } catch (DraftChanged e) {
                    return false;
                }
            });
        }
        int saved = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                saved += one.get() ? 1 : 0;
            }
        }
        assertThat(saved).isEqualTo(1);
        assertThat(archive().draftOf(A).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    default void aTextThatIsTheSameChangesNothing() {
        Draft read = archive().begin(A, VERA);
        clock().move(Duration.ofHours(1));
        assertThat(archive().save(read.id(), 1, read.text(), GUNN)).isEqualTo(read);
        assertThat(archive().draftOf(A)).contains(read);
    }

    @Test
    default void whoWroteUponAnEarlierRevisionIsToldBeforeItReplacesTheLaterOne() {
        Draft read = archive().read(A, VERA);
        publish(A, page("a", "Gunns."));

        Draft kept = archive().save(A, read.version(), read.basedOn(), page("a", "Veras."), VERA);

        assertThat(kept.basedOn()).isEqualTo(1);
        assertThatThrownBy(() -> archive().publish(List.of(kept), GUNN, "")).isInstanceOf(BaseChanged.class);
        assertThat(served(A)).isEqualTo(page("a", "Gunns."));
    }

    @Test
    default void whatWasPublishedWhileSomebodyWroteFurtherIsNotReplacedUnseen() {
        Draft first = draft(A, page("a", "Båda läste detta."), VERA);
        Draft gunns = archive().save(first.id(), first.version(), page("a", "Gunn rättade."), GUNN);
        archive().publish(List.of(gunns), VERA, "");

        Draft veras = archive().save(A, first.version(), first.basedOn(), page("a", "Vera skrev vidare."),
                VERA);

        assertThatThrownBy(() -> archive().publish(List.of(veras), GUNN, ""))
                .isInstanceOf(BaseChanged.class);
    }

    @Test
    default void aDraftIsHandedInAndBackWithANote() {
        Draft written = draft(A, page("a", "Nytt."), VERA);
        Draft in = archive().handIn(written.id(), written.version(), "Titta på avgiften", VERA);
        assertThat(in).extracting(Draft::state, Draft::note, Draft::version, Draft::writer)
                .containsExactly(DraftState.IN_REVIEW, "Titta på avgiften", written.version() + 1, VERA);
        Draft back = archive().handBack(in.id(), in.version(), "Fel år", GUNN);
        assertThat(back).extracting(Draft::state, Draft::note, Draft::writer)
                .containsExactly(DraftState.DRAFT, "Fel år", VERA);
        assertThatThrownBy(() -> archive().handIn(in.id(), in.version(), "", VERA))
                .isInstanceOf(DraftChanged.class);
    }

    @Test
    default void whatIsChangedDuringAReviewIsADraftAgain() {
        Draft written = draft(A, page("a", "Nytt."), VERA);
        Draft in = archive().handIn(written.id(), written.version(), "", VERA);
        Draft changed = archive().save(in.id(), in.version(), page("a", "Nyare."), GUNN);
        assertThat(changed).extracting(Draft::state, Draft::writer).containsExactly(DraftState.DRAFT, GUNN);
    }

    @Test
    default void aDraftThatWasThrownAwayCanBeBroughtBackAsItWas() {
        Draft written = draft(A, page("a", "Nytt."), VERA);
        archive().discard(written.id(), written.version(), GUNN);
        assertThat(archive().draftOf(A)).isEmpty();
        assertThat(archive().discarded(A)).containsExactly(written);

        assertThat(archive().bringBack(written.id(), VERA)).isEqualTo(written);
        assertThat(archive().draftOf(A)).contains(written);
        assertThat(archive().discarded(A)).isEmpty();
        assertThatThrownBy(() -> archive().bringBack(written.id(), VERA)).isInstanceOf(NotThere.class);
    }

    @Test
    default void aDraftIsNotBroughtBackOverAnother() {
        Draft written = draft(A, page("a", "Nytt."), VERA);
        archive().discard(written.id(), written.version(), VERA);
        Draft other = archive().begin(A, GUNN);
        assertThatThrownBy(() -> archive().bringBack(written.id(), VERA)).isInstanceOf(DraftExists.class);
        assertThat(archive().draftOf(A)).contains(other);
        assertThat(archive().discarded(A)).containsExactly(written);
    }

    @Test
    default void whatWasThrownAwayIsForgottenAfterItsTime() {
        Draft written = draft(A, page("a", "Nytt."), VERA);
        archive().discard(written.id(), written.version(), VERA);
        clock().move(Duration.ofDays(31));
        Draft other = draft(B, page("b", "Nytt."), VERA);
        archive().discard(other.id(), other.version(), VERA);
        assertThat(archive().discarded(A)).isEmpty();
        assertThat(archive().discarded(B)).containsExactly(other);
    }

    @Test
    default void noFileIsCalledWhatWouldLeaveTheFolder() {
        for (String name : List.of("pages/../../etc/passwd.md", "../a.md", "/etc/passwd", "pages//a.md",
                "pages/.a.md", "pages/./a.md", "pages/..md", "pages/a/../b.md", "pages\\a.md", "a.md",
                "pages/a.md\n", "pages/a.md\u0000", "pages/a.html", "pages/", "", "C:/pages/a.md",
                "pages/a\\..\\..\\b.md", "policies/../../a.yaml", "application.yaml.exe",
                "evaluation/../a.tsv", "pages/a/%2e%2e/b.md/../c.md")) {
            assertThatThrownBy(() -> archive().create(name, page("x", "X."), DraftOrigin.WRITTEN, VERA))
                    .as(name).isInstanceOf(NoSuchFile.class);
        }
        for (String name : List.of("\u0000", "pages/a.md\u0000", "../a.md")) {
            assertThatThrownBy(() -> archive().read(name, VERA)).as(name).isInstanceOf(NotThere.class);
            assertThatThrownBy(() -> archive().begin(name, VERA)).as(name).isInstanceOf(NotThere.class);
            assertThatThrownBy(() -> archive().save(name, 0, 0, "", VERA)).isInstanceOf(NotThere.class);
            assertThatThrownBy(() -> archive().remove(name, VERA, "")).isInstanceOf(NotThere.class);
            assertThatThrownBy(() -> archive().restore(name, 1, VERA, "")).isInstanceOf(NotThere.class);
            assertThat(archive().history(name)).isEmpty();
            assertThat(open().log.entries(name, Long.MAX_VALUE, 10)).isEmpty();
        }
        assertThat(archive().drafts()).isEmpty();
        assertThat(rows("audit_entry")).isZero();
    }

    @Test
    default void signsThatNoDatabaseKeepsAreNoneInAText() {
        Draft kept = draft(A, page("a", "Noll\u0000 och halv\uD83D här \uD83D\uDE80."), VERA);
        assertThat(kept.text()).isEqualTo(page("a", "Noll och halv här \uD83D\uDE80."));
        assertThat(archive().draft(kept.id())).contains(kept);
        archive().publish(List.of(kept), GUNN, "Noll\u0000");
        assertThat(served(A)).isEqualTo(kept.text());
    }

    @Test
    default void draftsAreListedTheLastChangedFirst() {
        Draft a = draft(A, page("a", "Nytt."), VERA);
        clock().move(Duration.ofMinutes(1));
        Draft b = draft(B, page("b", "Nytt."), VERA);
        assertThat(archive().drafts()).containsExactly(b, a);
        assertThat(archive().draft(new UUID(1, 2))).isEmpty();
    }
}
