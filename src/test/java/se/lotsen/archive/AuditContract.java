package se.lotsen.archive;

import se.lotsen.audit.AuditLog;
import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.archive.ArchiveParts.page;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who did what. */
interface AuditContract extends ArchiveParts {

    @Test
    default void everyChangeIsLoggedWithWhoAndWhen() {
        Draft draft = draft(A, page("a", "Nytt."), VERA);
        draft = archive().handIn(draft.id(), draft.version(), "", VERA);
        draft = archive().handBack(draft.id(), draft.version(), "", GUNN);
        archive().discard(draft.id(), draft.version(), VERA);
        draft = archive().bringBack(draft.id(), VERA);
        draft = archive().rebase(draft.id(), draft.version(), VERA);
        clock().move(Duration.ofHours(1));
        archive().publish(List.of(draft), GUNN, "");
        archive().restore(A, 1, GUNN, "");
        archive().remove(A, GUNN, "");

        List<AuditLog.Entry> entries = open().log.entries(A, Long.MAX_VALUE, 100);
        assertThat(entries).extracting(AuditLog.Entry::action).containsExactly("remove", "restore",
                "publish", "draft-rebased", "draft-brought-back", "draft-discarded", "draft-handed-back",
                "draft-handed-in", "draft-begun");
        assertThat(entries).extracting(AuditLog.Entry::detail).startsWith("4", "3", "2");
        assertThat(entries.getFirst().by()).isEqualTo(GUNN);
        assertThat(entries.getFirst().at()).isEqualTo(clock().instant());
        assertThat(entries.getLast().by()).isEqualTo(VERA);
        assertThat(entries.getLast().at()).isEqualTo(clock().instant().minus(Duration.ofHours(1)));
    }

    @Test
    default void theLogIsReadPageByPageWithoutLosingOrRepeatingAnEntry() {
        for (int at = 0; at < 25; at++) {
            open().log.record(VERA, "prov", at % 5 == 0 ? "femte" : "övriga", Integer.toString(at));
        }
        List<AuditLog.Entry> first = open().log.entries(null, Long.MAX_VALUE, 10);
        List<AuditLog.Entry> second = open().log.entries(null, first.getLast().id(), 10);
        List<AuditLog.Entry> third = open().log.entries(null, second.getLast().id(), 10);
        assertThat(first).extracting(AuditLog.Entry::detail).startsWith("24", "23").hasSize(10);
        assertThat(second).extracting(AuditLog.Entry::detail).startsWith("14").hasSize(10);
        assertThat(third).extracting(AuditLog.Entry::detail).containsExactly("4", "3", "2", "1", "0");
        assertThat(open().log.entries("femte", Long.MAX_VALUE, 10)).extracting(AuditLog.Entry::detail)
                .containsExactly("20", "15", "10", "5", "0");
        assertThat(open().log.entries("femte", third.getFirst().id(), 10)).hasSize(1);
    }
}
