package se.lotsen.archive;

import se.lotsen.audit.AuditLog;
import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.archive.ArchiveParts.page;
import static se.lotsen.testing.PageFile.aPage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.lotsen.archive.ArchiveRefusal.BaseChanged;
import se.lotsen.knowledge.Page;

/** What others change in the folder. */
interface OutsideEditContract extends ArchiveParts {

    @Test
    default void whatIsThereAtTheFirstStartIsTheFirstRevision() {
        assertThat(open().history(A)).containsExactly(Map.entry(1, RevisionOrigin.FOUND));
        assertThat(open().history(CONTACTS)).containsExactly(Map.entry(1, RevisionOrigin.FOUND));
        assertThat(archive().revisionNow(A).orElseThrow().by()).isEqualTo(OpenArchive.OUTSIDE);
        assertThat(rows("audit_entry")).isZero();
        restart(false);
        assertThat(rows("file_revision")).isEqualTo(3);
    }

    @Test
    default void aFileThatIsChangedMadeOrTakenAwayIsARevision() {
        files().write(A, page("a", "Ändrad.")).write("pages/ny/c.md", page("c", "C.")).delete(B)
                .write(CONTACTS, "contacts: [] # inga\n");
        open().watch.look();
        open().watch.look();

        assertThat(open().history(A)).endsWith(Map.entry(2, RevisionOrigin.OUTSIDE));
        assertThat(open().history("pages/ny/c.md")).containsExactly(Map.entry(1, RevisionOrigin.OUTSIDE));
        assertThat(open().history(B)).endsWith(Map.entry(2, RevisionOrigin.REMOVED));
        assertThat(open().history(CONTACTS)).endsWith(Map.entry(2, RevisionOrigin.OUTSIDE));
        assertThat(archive().revisionNow(B)).isEmpty();
        assertThat(open().log.entries(null, Long.MAX_VALUE, 10)).extracting(AuditLog.Entry::action)
                .containsOnly("outside-edit").hasSize(4);
    }

    @Test
    default void whatChangesWhileTheServiceIsDownIsFoundAtItsStart() {
        files().write(A, page("a", "Nattens utrullning."));
        restart(false);
        assertThat(open().history(A)).endsWith(Map.entry(2, RevisionOrigin.OUTSIDE));
    }

    @Test
    default void everyPageThatIsServedHasAHistoryWhateverItsFileIsCalled() {
        List<String> names = List.of("pages/Bygga_och_bo/Bygglov.md", "pages/a/b/c/djup.md",
                "pages/åäö/förskola.md", "pages/med mellanslag.md", "pages/v1.2.md");
        for (int at = 0; at < names.size(); at++) {
            files().write(names.get(at), page("sida-" + at, "Text."));
        }
        open().watch.look();
        assertThat(open().watch.library().pages()).hasSize(2 + names.size());
        assertThat(names).allSatisfy(name -> assertThat(open().history(name)).hasSize(1));
    }

    @Test
    default void anEditThatChangesNothingIsNoRevision() {
        files().write(A, "\uFEFF" + page("a", "A."));
        open().watch.look();
        assertThat(open().history(A)).hasSize(1);
    }

    @Test
    default void aTextIsOneWhateverItsBytesAre() throws Exception {
        List<String> texts = List.of("\uFEFF" + page("a", "Märke."),
                "\uFEFF\uFEFF" + page("a", "Två märken."),
                aPage("a").body("Rad.\nRad.\n").lineEnd("\r\n").text(), page("a", "Fo\u0308rskola."),
                page("a", "Utan radslut.").stripTrailing(), page("a", "Sista \uD83D\uDE80."));
        for (String text : texts) {
            files().write(A, text);
            open().watch.look();
            open().watch.look();
            Revision now = archive().revisionNow(A).orElseThrow();
            assertThat(now.digest()).isEqualTo(Page.digestOf(text)).isEqualTo(Page.digestOf(now.text()));
            assertThat(archive().revisionOf("a", Page.revision(now.digest()))).contains(now);
            open().watch.library().page("a")
                    .ifPresent(page -> assertThat(page.digest()).isEqualTo(now.digest()));
        }
        assertThat(archive().history(A)).hasSize(1 + texts.size());
        restart(false);
        assertThat(archive().history(A)).hasSize(1 + texts.size());
        assertThat(Files.readString(files().resolve(A))).isEqualTo(texts.getLast());
    }

    @Test
    default void aDraftInAnotherFormOfUnicodeIsPublishedOnce() {
        publish(A, "\uFEFF" + aPage("a").body("Fo\u0308rskola.\n").lineEnd("\r\n").text());
        open().watch.look();
        restart(false);
        assertThat(open().history(A)).containsExactly(Map.entry(1, RevisionOrigin.FOUND),
                Map.entry(2, RevisionOrigin.PUBLISHED));
        assertThat(open().watch.library().page("a").orElseThrow().digest())
                .isEqualTo(archive().revisionNow(A).orElseThrow().digest());
    }

    @Test
    default void aFileThatCannotBeReadKeepsItsLastRevision() {
        files().write(A, "å".getBytes(StandardCharsets.ISO_8859_1)).write(B, page("b", "Noll\u0000."));
        open().watch.look();
        assertThat(archive().revisionNow(B).orElseThrow().number()).isEqualTo(1);
        assertThat(archive().revisionNow(A).orElseThrow().number()).isEqualTo(1);
    }

    @Test
    default void aVolumeThatIsNotMountedTakesNothingAway() {
        String a = served(A);
        files().delete(A).delete(B).delete(CONTACTS);
        open().watch.look();
        assertThat(archive().revisionNow(A)).isPresent();
        assertThat(rows("file_revision")).isEqualTo(3);
        files().write(A, a).write(B, page("b", "B.")).write(CONTACTS, "contacts: []\n");
        open().watch.look();
        assertThat(rows("file_revision")).isEqualTo(3);
    }

    @Test
    default void withFourEyesAnEditWaitsAsADraftAndWhatWasApprovedIsPutBack() {
        restart(true);
        files().write(A, page("a", "Ogranskad.")).write("pages/c.md", page("c", "Ny.")).delete(B);
        open().watch.look();

        assertThat(served(A)).isEqualTo(page("a", "A."));
        assertThat(served(B)).isEqualTo(page("b", "B."));
        assertThat(exists("pages/c.md")).isFalse();
        assertThat(open().watch.library().pages()).containsOnlyKeys("a", "b");
        assertThat(archive().draftOf(A).orElseThrow()).extracting(Draft::text, Draft::state, Draft::origin)
                .containsExactly(page("a", "Ogranskad."), DraftState.IN_REVIEW, DraftOrigin.OUTSIDE);
        assertThat(archive().draftOf("pages/c.md")).isPresent();
        assertThat(archive().draftOf(B)).isEmpty();
        assertThat(rows("file_revision")).isEqualTo(3);
        assertThat(open().log.entries(null, Long.MAX_VALUE, 10)).extracting(AuditLog.Entry::action)
                .containsOnly("outside-edit-held").hasSize(3);

        archive().publish(List.of(archive().draftOf("pages/c.md").orElseThrow()), GUNN, "");
        assertThat(served("pages/c.md")).isEqualTo(page("c", "Ny."));
    }

    @Test
    default void withFourEyesAnEditDoesNotReplaceWhatSomebodyIsWriting() {
        restart(true);
        Draft veras = draft(A, page("a", "Veras."), VERA);
        files().write(A, page("a", "Ogranskad."));
        open().watch.look();
        open().watch.look();

        assertThat(archive().draftOf(A)).contains(veras);
        assertThat(archive().discarded(A)).extracting(Draft::text)
                .containsExactly(page("a", "Ogranskad."));
        assertThat(served(A)).isEqualTo(page("a", "A."));
    }

    @Test
    default void withFourEyesAFolderThatCannotBeWrittenIsAskedAgainWithoutEnd() {
        restartUnwritable(true);
        draft(A, page("a", "Veras."), VERA);
        files().write(A, page("a", "Ogranskad."));
        for (int looks = 0; looks < 5; looks++) {
            open().watch.look();
        }
        assertThat(archive().discarded(A)).hasSizeLessThanOrEqualTo(1);
        assertThat(rows("audit_entry")).isLessThan(5);
    }

    @Test
    default void withFourEyesWhatIsFoundAtTheVeryFirstStartIsServed() {
        database().empty();
        restart(true);
        assertThat(open().history(A)).containsExactly(Map.entry(1, RevisionOrigin.FOUND));
        assertThat(archive().drafts()).isEmpty();
    }

    /** Editors publish and others write in the folder at the same time; nothing is lost and no number is used twice. */
    @Test
    default void manyAtOnceLeaveAHistoryWithoutGapThatEndsWithWhatIsServed() throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            int number = worker;
            work.add(() -> number % 2 == 0 ? publishing(number) : editing(number));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> one : threads.invokeAll(work)) {
                one.get();
            }
        }
        open().watch.look();
        for (String file : List.of(A, B)) {
            List<Revision> history = archive().history(file).reversed();
            for (int at = 0; at < history.size(); at++) {
                assertThat(history.get(at).number()).isEqualTo(at + 1);
                assertThat(at == 0 || !history.get(at).digest().equals(history.get(at - 1).digest()))
                        .as("%s %d says something new", file, at + 1).isTrue();
            }
            assertThat(served(file)).isEqualTo(history.getLast().text());
        }
    }

    private int publishing(int number) {
        int refused = 0;
        for (int round = 0; round < 10; round++) {
            String file = number == 0 ? A : B;
            String id = number == 0 ? "a" : "b";
            Draft draft = draft(file, page(id, "Redaktör, varv " + round + "."), VERA);
            try {
                archive().publish(List.of(draft), GUNN, "");
            } catch (BaseChanged e) {
                archive().discard(draft.id(), draft.version(), VERA);
                refused++;
            }
        }
        return refused;
    }

    private int editing(int number) throws IOException {
        for (int round = 0; round < 10; round++) {
            files().write("utifran-" + number + ".new",
                    page("utifran-" + number, "Utifrån, varv " + round + "."));
            Files.move(files().resolve("utifran-" + number + ".new"),
                    files().resolve("pages/utifran-" + number + ".md"), StandardCopyOption.REPLACE_EXISTING);
            open().watch.look();
        }
        return 0;
    }
}
