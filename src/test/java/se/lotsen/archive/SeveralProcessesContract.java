package se.lotsen.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.archive.ArchiveParts.page;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import se.lotsen.storage.Leadership;
import se.lotsen.testing.KnowledgeFiles;

/** Two processes over one database, with a folder each or one for both; the leader has taken the folder in. */
interface SeveralProcessesContract extends ArchiveParts {

    OpenArchive process(KnowledgeFiles folder, Leadership leadership);

    KnowledgeFiles newFolder() throws IOException;

    private OpenArchive leader() {
        return process(files(), () -> true);
    }

    private OpenArchive follower(KnowledgeFiles folder) {
        return process(folder, () -> false);
    }

    private Revision publishedBy(OpenArchive process, String file, String text) {
        Draft begun = process.archive.begin(file, VERA);
        Draft draft = process.archive.save(begun.id(), begun.version(), text, VERA);
        return process.archive.publish(List.of(draft), GUNN, "").getFirst();
    }

    private static String text(KnowledgeFiles folder, String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    default void anEmptyFolderIsFilledBeforeItsPagesAreRead() throws IOException {
        KnowledgeFiles other = newFolder();
        OpenArchive follower = follower(other);
        assertThat(follower.watch.library().pages()).containsOnlyKeys("a", "b");
        assertThat(text(other, CONTACTS)).isEqualTo(text(files(), CONTACTS));
        assertThat(follower.catchUp.state()).satisfies(state -> {
            assertThat(state.isCurrent()).isTrue();
            assertThat(state.served()).isEqualTo(state.published());
        });
    }

    @Test
    default void whatOnePublishesTheOtherServesWhicheverLeads() throws IOException {
        KnowledgeFiles other = newFolder();
        OpenArchive leader = leader();
        OpenArchive follower = follower(other);
        publishedBy(leader, A, page("a", "Ledarens."));
        assertThat(follower.catchUp.state()).matches(state -> state.differing() == 1)
                .matches(state -> !state.served().equals(state.published()));
        publishedBy(follower, B, page("b", "Den andras."));

        follower.outside.lookFromOutside();
        leader.outside.lookFromOutside();
        assertThat(text(other, A)).isEqualTo(page("a", "Ledarens."));
        assertThat(text(files(), B)).isEqualTo(page("b", "Den andras."));
        assertThat(follower.watch.library()).isEqualTo(leader.watch.library());
        assertThat(follower.catchUp.state()).isEqualTo(leader.catchUp.state());
        assertThat(leader.history(B)).containsExactly(Map.entry(1, RevisionOrigin.FOUND),
                Map.entry(2, RevisionOrigin.PUBLISHED));
    }

    @Test
    default void aFileThatOneTakesAwayIsGoneAtTheOther() throws IOException {
        KnowledgeFiles other = newFolder();
        OpenArchive leader = leader();
        OpenArchive follower = follower(other);
        follower.archive.remove(B, GUNN, "");
        leader.outside.lookFromOutside();
        assertThat(exists(B)).isFalse();
        assertThat(leader.history(B)).endsWith(Map.entry(2, RevisionOrigin.REMOVED)).hasSize(2);
        leader.archive.restore(B, 1, GUNN, "");
        follower.outside.lookFromOutside();
        assertThat(text(other, B)).isEqualTo(page("b", "B."));
        assertThat(follower.history(B)).hasSize(3);
    }

    @Test
    default void aFolderThatLaggedBehindAtTheStartIsNoEdit() throws IOException {
        KnowledgeFiles other = newFolder();
        other.write(A, page("a", "A.")).write(B, page("b", "B."));
        OpenArchive leader = leader();
        publishedBy(leader, A, page("a", "Andra."));
        publishedBy(leader, A, page("a", "Tredje."));
        OpenArchive next = process(other, () -> true);
        assertThat(text(other, A)).isEqualTo(page("a", "Tredje."));
        assertThat(next.watch.library().page("a").orElseThrow().markdown()).contains("Tredje.");
        assertThat(next.history(A)).hasSize(3);
    }

    @Test
    default void inOneFolderForBothOnlyTheLeaderTakesAnEditIn() {
        OpenArchive follower = follower(files());
        OpenArchive leader = leader();
        files().write(A, page("a", "Utifrån.")).write("pages/c.md", page("c", "Ny.")).delete(B);
        follower.watch.look();
        assertThat(follower.history(A)).hasSize(1);
        assertThat(exists(B)).isFalse();
        assertThat(follower.catchUp.state().differing()).isEqualTo(3);

        leader.watch.look();
        follower.outside.lookFromOutside();
        assertThat(leader.history(A)).endsWith(Map.entry(2, RevisionOrigin.OUTSIDE)).hasSize(2);
        assertThat(leader.history("pages/c.md")).hasSize(1);
        assertThat(leader.history(B)).endsWith(Map.entry(2, RevisionOrigin.REMOVED)).hasSize(2);
        assertThat(follower.catchUp.state().isCurrent()).isTrue();
    }

    @Test
    default void aTextThatSomebodyPutsBackWhileTheLeaderRunsIsAnEdit() {
        OpenArchive leader = leader();
        publishedBy(leader, A, page("a", "Ny."));
        files().write(A, page("a", "A."));
        leader.watch.look();
        assertThat(leader.history(A)).endsWith(Map.entry(3, RevisionOrigin.OUTSIDE));
    }

    @Test
    default void anEditWaitsUntilSomebodyLeads() {
        AtomicBoolean leads = new AtomicBoolean();
        OpenArchive process = process(files(), leads::get);
        files().write(A, page("a", "Ingen leder."));
        process.watch.look();
        KnowledgeNews news = new KnowledgeNews(process.outside);
        news.catchUp();
        assertThat(process.history(A)).hasSize(1);
        leads.set(true);
        news.catchUp();
        assertThat(process.history(A)).endsWith(Map.entry(2, RevisionOrigin.OUTSIDE));
    }

    /** Two editors at two processes, in turn and at once; each look brings what the other has published. */
    @Test
    default void publicationsOnBothEndAlikeOnBothWithoutAnEditOfNobody() throws Exception {
        KnowledgeFiles other = newFolder();
        OpenArchive leader = leader();
        OpenArchive follower = follower(other);
        List<Thread> editors = List.of(editor(leader, A, "a"), editor(follower, B, "b"),
                looker(leader), looker(follower));
        for (Thread editor : editors) {
            editor.join();
        }
        leader.outside.lookFromOutside();
        follower.outside.lookFromOutside();
        assertThat(leader.history(A)).hasSize(16).filteredOn(one -> one.getValue() == RevisionOrigin.OUTSIDE)
                .isEmpty();
        assertThat(leader.history(B)).hasSize(16).filteredOn(one -> one.getValue() == RevisionOrigin.OUTSIDE)
                .isEmpty();
        assertThat(text(other, A)).isEqualTo(page("a", "Varv 14.")).isEqualTo(text(files(), A));
        assertThat(text(other, B)).isEqualTo(page("b", "Varv 14.")).isEqualTo(text(files(), B));
    }

    private Thread editor(OpenArchive process, String file, String id) {
        return Thread.ofVirtual().start(() -> {
            for (int round = 0; round < 15; round++) {
                publishedBy(process, file, page(id, "Varv " + round + "."));
            }
        });
    }

    private static Thread looker(OpenArchive process) {
        return Thread.ofVirtual().start(() -> {
            for (int round = 0; round < 30; round++) {
                process.outside.lookFromOutside();
            }
        });
    }
}
