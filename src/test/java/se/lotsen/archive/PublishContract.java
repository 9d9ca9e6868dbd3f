package se.lotsen.archive;

import se.lotsen.audit.Actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.archive.ArchiveParts.page;
import static se.lotsen.testing.PageFile.aPage;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.lotsen.archive.ArchiveRefusal.BaseChanged;
import se.lotsen.archive.ArchiveRefusal.DraftChanged;
import se.lotsen.archive.ArchiveRefusal.FolderReadOnly;
import se.lotsen.archive.ArchiveRefusal.NotThere;
import se.lotsen.archive.ArchiveRefusal.SecondPairOfEyes;
import se.lotsen.archive.ArchiveRefusal.Unreadable;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PastPages.PastPage;

/** What is served, and was. */
interface PublishContract extends ArchiveParts {

    @Test
    default void whatIsPublishedIsServedBeforeTheButtonComesBack() {
        Draft draft = draft(A, page("a", "Nytt."), VERA);

        Revision made = archive().publish(List.of(draft), GUNN, "Ny taxa").getFirst();

        assertThat(made).extracting(Revision::number, Revision::origin, Revision::by, Revision::note)
                .containsExactly(2, RevisionOrigin.PUBLISHED, GUNN, "Ny taxa");
        assertThat(served(A)).isEqualTo(page("a", "Nytt."));
        assertThat(open().watch.library().page("a").orElseThrow().digest()).isEqualTo(made.digest());
        assertThat(archive().draftOf(A)).isEmpty();
        assertThat(archive().revisionNow(A)).contains(made);
        assertThat(open().history(A)).containsExactly(Map.entry(1, RevisionOrigin.FOUND),
                Map.entry(2, RevisionOrigin.PUBLISHED));
    }

    @Test
    default void severalArePublishedTogetherOrNoneIs() {
        Draft a = draft(A, page("a", "Nytt a."), VERA);
        Draft b = draft(B, page("b", "Nytt b."), VERA);
        Draft later = archive().save(b.id(), b.version(), page("b", "Nyare b."), GUNN);

        assertThatThrownBy(() -> archive().publish(List.of(a, b), GUNN, ""))
                .isInstanceOf(DraftChanged.class);
        assertThat(served(A)).isEqualTo(page("a", "A."));
        assertThat(archive().drafts()).containsExactlyInAnyOrder(a, later);
        assertThat(archive().history(A)).hasSize(1);

        assertThat(archive().publish(List.of(a, later), VERA, "")).hasSize(2);
        assertThat(served(A)).isEqualTo(page("a", "Nytt a."));
        assertThat(served(B)).isEqualTo(page("b", "Nyare b."));
    }

    @Test
    default void nothingThatCannotBeServedIsPublished() {
        Draft good = draft(A, page("a", "Nytt a."), VERA);
        Draft bad = draft(B, aPage("b").without("owner").text(), VERA);
        long entries = rows("audit_entry");

        assertThatThrownBy(() -> archive().publish(List.of(good, bad), GUNN, ""))
                .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.findings())
                        .extracting(Finding::file, Finding::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(B,
                                Finding.Code.MISSING_FIELD)));

        assertThat(served(A)).isEqualTo(page("a", "A."));
        assertThat(served(B)).isEqualTo(page("b", "B."));
        assertThat(archive().drafts()).containsExactlyInAnyOrder(good, bad);
        assertThat(rows("file_revision")).isEqualTo(3);
        assertThat(rows("audit_entry")).isEqualTo(entries);
    }

    @Test
    default void aPageThatIsTooLargeToBeReadIsNotPublished() {
        Draft huge = draft(A, page("a", "Lång text. ".repeat(100_000)), VERA);
        assertThatThrownBy(() -> archive().publish(List.of(huge), GUNN, ""))
                .isInstanceOfSatisfying(Unreadable.class, e -> assertThat(e.findings())
                        .extracting(Finding::code).containsExactly(Finding.Code.TOO_LARGE));
        assertThat(served(A)).isEqualTo(page("a", "A."));
    }

    @Test
    default void twoPagesWithOneIdAreNotPublished() {
        Draft copy = archive().create("pages/c.md", page("a", "Kopia."), DraftOrigin.WRITTEN, VERA);
        assertThatThrownBy(() -> archive().publish(List.of(copy), GUNN, "")).isInstanceOf(Unreadable.class);
        assertThat(exists("pages/c.md")).isFalse();
        Draft earlier = archive().create("pages/aa.md", page("b", "Kopia av b."), DraftOrigin.WRITTEN, VERA);
        assertThatThrownBy(() -> archive().publish(List.of(earlier), GUNN, ""))
                .as("it would take the other one's place").isInstanceOf(Unreadable.class);
    }

    @Test
    default void aNewPageGetsItsFolder() {
        Draft fresh = archive().create("pages/nytt-omrade/c.md", page("c", "C."), DraftOrigin.WRITTEN, VERA);
        assertThat(fresh.basedOn()).isZero();
        archive().publish(List.of(fresh), GUNN, "");
        assertThat(served("pages/nytt-omrade/c.md")).isEqualTo(page("c", "C."));
        assertThat(open().history("pages/nytt-omrade/c.md"))
                .containsExactly(Map.entry(1, RevisionOrigin.PUBLISHED));
    }

    @Test
    default void aDraftOfAnEarlierRevisionIsPublishedOnlyAfterItsWriterHasSeenTheLater() {
        Draft old = draft(A, page("a", "Veras."), VERA);
        files().write(A, page("a", "Någon annans."));
        open().watch.look();

        assertThatThrownBy(() -> archive().publish(List.of(old), GUNN, ""))
                .isInstanceOfSatisfying(BaseChanged.class, e -> {
                    assertThat(e.draft()).isEqualTo(old);
                    assertThat(e.latest().text()).isEqualTo(page("a", "Någon annans."));
                });
        Draft seen = archive().rebase(old.id(), old.version(), VERA);
        assertThat(seen).extracting(Draft::basedOn, Draft::text, Draft::writer)
                .containsExactly(2, page("a", "Veras."), VERA);
        assertThat(archive().publish(List.of(seen), GUNN, "").getFirst().number()).isEqualTo(3);
    }

    @Test
    default void whatWasChangedInTheFolderAMomentAgoIsNotOverwrittenUnseen() {
        Draft draft = draft(A, page("a", "Veras."), VERA);
        files().write(A, page("a", "Ändrad i mappen."));

        assertThatThrownBy(() -> archive().publish(List.of(draft), GUNN, ""))
                .isInstanceOf(BaseChanged.class);
        assertThat(archive().revisionNow(A).orElseThrow().text()).isEqualTo(page("a", "Ändrad i mappen."));
        assertThat(served(A)).isEqualTo(page("a", "Ändrad i mappen."));
    }

    @Test
    default void withFourEyesNobodyPublishesWhatTheyWroteLast() {
        restart(true);
        Draft veras = draft(A, page("a", "Nytt."), VERA);
        Draft in = archive().handIn(veras.id(), veras.version(), "", VERA);
        assertThatThrownBy(() -> archive().publish(List.of(in), VERA, ""))
                .isInstanceOfSatisfying(SecondPairOfEyes.class,
                        e -> assertThat(e.draft()).isEqualTo(in));
        Draft gunns = archive().save(in.id(), in.version(), page("a", "Nytt, med komma."), GUNN);
        assertThatThrownBy(() -> archive().publish(List.of(gunns), GUNN, ""))
                .isInstanceOf(SecondPairOfEyes.class);
        assertThat(archive().publish(List.of(gunns), VERA, "")).hasSize(1);

        Draft imported = archive().create("pages/c.md", page("c", "C."), DraftOrigin.IMPORTED,
                Actor.machine("Import"));
        assertThat(archive().publish(List.of(imported), VERA, "")).hasSize(1);
    }

    @Test
    default void anEarlierRevisionIsServedAgainAsANewOne() {
        publish(A, page("a", "Andra."));
        Draft draft = draft(A, page("a", "Tredje, på gång."), VERA);

        Revision back = archive().restore(A, 1, GUNN, "Fel avgift");

        assertThat(back).extracting(Revision::number, Revision::origin, Revision::text, Revision::note)
                .containsExactly(3, RevisionOrigin.RESTORED, page("a", "A."), "Fel avgift");
        assertThat(served(A)).isEqualTo(page("a", "A."));
        assertThat(archive().draftOf(A)).as("nobody's writing is lost").contains(draft);
        assertThatThrownBy(() -> archive().restore(A, 9, GUNN, "")).isInstanceOf(NotThere.class);
    }

    @Test
    default void aPageIsTakenAwayAndPutBackAndItsNumbersHaveNoGap() {
        Revision gone = archive().remove(A, GUNN, "Verksamheten är nedlagd");
        assertThat(gone).extracting(Revision::removed, Revision::origin, Revision::text)
                .containsExactly(true, RevisionOrigin.REMOVED, "");
        assertThat(exists(A)).isFalse();
        assertThat(open().watch.library().page("a")).isEmpty();
        assertThat(archive().revisionNow(A)).isEmpty();
        assertThatThrownBy(() -> archive().remove(A, GUNN, "")).isInstanceOf(NotThere.class);
        assertThatThrownBy(() -> archive().restore(A, 2, GUNN, "")).isInstanceOf(NotThere.class);

        archive().restore(A, 1, GUNN, "");
        publish(A, page("a", "Nytt."));

        assertThat(open().history(A)).containsExactly(Map.entry(1, RevisionOrigin.FOUND),
                Map.entry(2, RevisionOrigin.REMOVED), Map.entry(3, RevisionOrigin.RESTORED),
                Map.entry(4, RevisionOrigin.PUBLISHED));
    }

    @Test
    default void aPageThatWasTakenAwayCanBeWrittenAnew() {
        archive().remove(A, GUNN, "");
        Draft anew = archive().create(A, page("a", "Ny."), DraftOrigin.WRITTEN, VERA);
        assertThat(archive().publish(List.of(anew), GUNN, "").getFirst().number()).isEqualTo(3);
    }

    @Test
    default void theLastPageIsNotTakenAway() {
        archive().remove(A, GUNN, "");
        assertThatThrownBy(() -> archive().remove(B, GUNN, "")).isInstanceOf(Unreadable.class);
        assertThat(exists(B)).isTrue();
    }

    @Test
    default void aCitationFindsTheRevisionThatItCites() {
        Revision first = archive().revision(A, 1).orElseThrow();
        clock().move(Duration.ofDays(2));
        Revision second = publish(A, page("a", "Andra."));
        clock().move(Duration.ofDays(1));
        String digest = Page.revision(first.digest());

        assertThat(archive().revisionOf("a", digest)).contains(first);
        assertThat(archive().after(first)).contains(second);
        assertThat(archive().after(second)).isEmpty();
        assertThat(archive().revisionOf("b", digest)).isEmpty();
        assertThat(archive().revisionOf("a", "0".repeat(12))).isEmpty();
        ArchivedPages past = new ArchivedPages(archive(), ZoneId.of("Europe/Stockholm"));
        PastPage page = past.page("a", digest).orElseThrow();
        assertThat(page.until()).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(page.removed()).isFalse();
        assertThat(page.page().markdown()).isEqualTo("A.\n");
        for (String none : List.of("", "%", "_".repeat(12), digest.substring(0, 11), digest + "x",
                "A".repeat(12))) {
            assertThat(past.page("a", none)).as(none).isEmpty();
        }
        assertThat(archive().revisionOf("a", "%")).isEmpty();

        archive().remove(A, GUNN, "");
        assertThat(past.page("a", Page.revision(second.digest())).orElseThrow().removed()).isTrue();
    }

    @Test
    default void ofTwoRevisionsWithOneTextTheLaterIsTheOneThatIsCited() {
        publish(A, page("a", "Andra."));
        Revision again = archive().restore(A, 1, GUNN, "");
        assertThat(archive().revisionOf("a", Page.revision(again.digest()))).contains(again);
    }

    @Test
    default void aFolderThatCannotBeWrittenRefusesBeforeAnythingIsChanged() {
        Draft draft = archive().create("pages/fil/c.md", page("c", "C."), DraftOrigin.WRITTEN, VERA);
        files().write("pages/fil", "no folder");

        assertThatThrownBy(() -> archive().publish(List.of(draft), GUNN, ""))
                .isInstanceOf(FolderReadOnly.class);
        assertThat(archive().drafts()).containsExactly(draft);
        assertThat(archive().history("pages/fil/c.md")).isEmpty();
    }

    @Test
    default void whatWasPublishedWhenTheProcessWasKilledIsServedAfterTheNextStart() {
        restartUnwritable(false);
        Draft a = draft(A, page("a", "Nytt a."), VERA);
        Draft b = draft(B, page("b", "Nytt b."), VERA);
        assertThatThrownBy(() -> archive().publish(List.of(a, b), GUNN, ""))
                .isInstanceOf(FolderReadOnly.class);
        assertThat(served(A)).isEqualTo(page("a", "A."));

        restart(false);

        assertThat(served(A)).isEqualTo(page("a", "Nytt a."));
        assertThat(served(B)).isEqualTo(page("b", "Nytt b."));
        assertThat(archive().drafts()).isEmpty();
        assertThat(open().history(A)).containsExactly(Map.entry(1, RevisionOrigin.FOUND),
                Map.entry(2, RevisionOrigin.PUBLISHED));
    }

    @Test
    default void whatIsStillToBeWrittenIsNoEditOfAnybodyElse() {
        restartUnwritable(false);
        Draft a = draft(A, page("a", "Nytt a."), VERA);
        assertThatThrownBy(() -> archive().publish(List.of(a), GUNN, "")).isInstanceOf(FolderReadOnly.class);
        files().write(B, page("b", "Någon annans."));
        open().watch.look();

        assertThat(archive().revisionNow(A).orElseThrow().text()).isEqualTo(page("a", "Nytt a."));
        assertThat(open().history(B)).endsWith(Map.entry(2, RevisionOrigin.OUTSIDE));
        restart(false);
        assertThat(served(A)).isEqualTo(page("a", "Nytt a."));
    }

    @Test
    default void aServiceStartsAlthoughWhatWasPublishedCannotBeWritten() {
        restartUnwritable(false);
        Draft a = draft(A, page("a", "Nytt a."), VERA);
        assertThatThrownBy(() -> archive().publish(List.of(a), GUNN, "")).isInstanceOf(FolderReadOnly.class);
        restartUnwritable(false);
        assertThat(archive().revisionNow(A).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    default void aFileThatIsPublishedCanBeReadByWhoeverCouldReadItBefore() throws Exception {
        Files.setPosixFilePermissions(files().resolve(A), PosixFilePermissions.fromString("rw-r--r--"));
        publish(A, page("a", "Nytt."));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().resolve(A))))
                .isEqualTo("rw-r--r--");
        try (var left = Files.list(files().resolve("pages"))) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.md",
                    "b.md");
        }
    }
}
