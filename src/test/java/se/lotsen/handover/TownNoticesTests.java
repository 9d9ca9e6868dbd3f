package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.handover.TownNotice.Level;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.MovedClock;

/** A notice is shown between its times, in the reader's language where it has words in it. */
class TownNoticesTests {
    private static final String BOIL = """
            text:
              sv: Koka vattnet.
              en: Boil the water.
            from: 2026-11-24 10.00
            until: 2026-11-25
            level: warning
            """;
    @TempDir
    private Path root;

    private static TownNotices notices(KnowledgeFiles files, String time) {
        return new TownNotices(files.folder(), new OpenTimes(new HandoverFiles(files.folder())),
                new MovedClock(time));
    }

    private TownNotices at(String time) {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root.resolve("" + time.hashCode()))
                .write("notice.yaml", BOIL);
        return notices(files, time);
    }

    @Test
    void itIsShownFromItsFirstMinuteUntilItsLastDayIsOver() {
        assertThat(at("2026-11-24T08:59:59Z").now("sv")).isEmpty();
        assertThat(at("2026-11-24T09:00:00Z").now("sv"))
                .contains(new TownNotice("Koka vattnet.", "sv", Level.WARNING));
        assertThat(at("2026-11-25T22:59:59Z").now("sv")).isPresent();
        assertThat(at("2026-11-25T23:00:00Z").now("sv")).isEmpty();
    }

    @Test
    void whoReadsAnotherLanguageReadsItThereOrInSwedish() {
        TownNotices notices = at("2026-11-24T12:00:00Z");
        assertThat(notices.now("en")).map(TownNotice::text).contains("Boil the water.");
        assertThat(notices.now("sv-x-lattlast")).map(TownNotice::language).contains("sv");
        assertThat(notices.now("so")).map(TownNotice::language).contains("sv");
    }

    @Test
    void aChangedFileIsUsedAtOnceABrokenOneIsNotAndOneThatIsGoneSaysNothing() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root);
        TownNotices notices = notices(files, "2026-11-24T12:00:00Z");
        KnowledgeFilesChanged changed = new KnowledgeFilesChanged(Set.of("notice.yaml"));
        assertThat(notices.now("sv")).isEmpty();
        files.write("notice.yaml", BOIL);
        notices.reload(changed);
        assertThat(notices.now("sv")).isPresent();
        files.write("notice.yaml", "text: nej");
        notices.reload(changed);
        assertThat(notices.now("sv")).map(TownNotice::text).contains("Koka vattnet.");
        files.delete("notice.yaml");
        notices.reload(changed);
        assertThat(notices.now("sv")).isEqualTo(Optional.empty());
        assertThat(TownNotices.check(files.folder())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text: {en: Boil}\nuntil: 2026-11-25\n", "text: {sv: Koka}\n",
            "text: {sv: ''}\nuntil: 2026-11-25\n", "text: {sv: Koka}\nuntil: 2026-02-30\n",
            "text: {sv: Koka}\nuntil: i morgon\n", "text: {sv: Koka}\nuntil: 2026-11-25\nlevel: hög\n",
            "text: {sv: Koka}\nfrom: 2026-11-26\nuntil: 2026-11-25\n",
            "text: {svenska: Koka, sv: Koka}\nuntil: 2026-11-25\n", "text: {sv: Koka}\nto: 2026-11-25\n"})
    void whatNobodyCouldUnderstandIsRefused(String yaml) {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root).write("notice.yaml", yaml);
        assertThat(TownNotices.check(files.folder())).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.file()).isEqualTo("notice.yaml"));
        assertThat(notices(files, "2026-11-24T12:00:00Z").now("sv")).isEmpty();
    }

    @Test
    void aFaultIsNamedWithItsLine() {
        KnowledgeFiles files = KnowledgeFiles.copyOfTheShipped(root)
                .write("notice.yaml", "text: {sv: Koka}\nuntil: snart\n");
        assertThat(TownNotices.check(files.folder()))
                .containsExactly(Finding.of("notice.yaml", 2, Code.INVALID_VALUE, "until"));
    }
}
