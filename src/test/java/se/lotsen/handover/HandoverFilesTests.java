package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;

class HandoverFilesTests {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyShippedFiles() throws IOException {
        for (String file : new String[]{OpeningHoursReader.FILE, ContactsReader.FILE, ReferralsReader.FILE}) {
            Files.copy(SampleFiles.FOLDER.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void takesOverWhatEditorsChange() throws IOException {
        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));
        replace(ContactsReader.FILE, "031-390 06 00", "031-390 06 01");
        replace(OpeningHoursReader.FILE, "mon-fri: 8.00-16.30", "mon-fri: 8.00-19.00");

        assertThat(files.reload()).isEmpty();

        assertThat(files.counter().contact("kontaktcenter").orElseThrow().phone()).isEqualTo("031-390 06 01");
        assertThat(isOpen(files, "2026-11-23T18:00")).isTrue();
    }

    @Test
    void keepsTheLastGoodVersionOfABrokenFileAndTakesTheOthers() throws IOException {
        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));
        replace(OpeningHoursReader.FILE, "mon-fri: 8.00-16.30", "mon-fri: 8.00-8.00");
        replace(ContactsReader.FILE, "031-390 06 00", "031-390 06 01");

        assertThat(files.reload()).containsExactly(Finding.of("opening-hours.yaml",
                line(OpeningHoursReader.FILE, "8.00-8.00"), Code.INVALID_VALUE, "queues[1].weekly.mon-fri"));

        assertThat(files.findings()).hasSize(1);
        assertThat(isOpen(files, "2026-11-23T10:00")).isTrue();
        assertThat(files.counter().contact("kontaktcenter").orElseThrow().phone()).isEqualTo("031-390 06 01");
        replace(OpeningHoursReader.FILE, "8.00-8.00", "12.00-13.00");
        assertThat(files.reload()).isEmpty();
        assertThat(isOpen(files, "2026-11-23T10:00")).isFalse();
    }

    @Test
    void keepsTheLastGoodVersionOfAFileThatIsGone() throws IOException {
        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));
        Files.delete(folder.resolve(ReferralsReader.FILE));

        assertThat(files.reload()).extracting(Finding::code).containsExactly(Code.MISSING);

        assertThat(files.counter().referrals()).isNotEmpty();
    }

    @Test
    void keepsTheLastContactsWhenANewOneHasNoHours() throws IOException {
        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));
        replace(ContactsReader.FILE, "queue: gata", "queue: gatan");

        assertThat(files.reload()).containsExactly(
                Finding.of("contacts.yaml", line(ContactsReader.FILE, "queue: gatan"), Code.UNKNOWN_REFERENCE,
                        "gatan"));

        assertThat(files.counter().contact("gata").orElseThrow().queue()).isEqualTo("gata");
    }

    @Test
    void startsWithAContactWhoseHoursAreUnknown() throws IOException {
        replace(ContactsReader.FILE, "queue: gata", "queue: gatan");

        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));

        assertThat(files.findings()).extracting(Finding::code).containsExactly(Code.UNKNOWN_REFERENCE);
        assertThat(files.counter().contact("gata")).isPresent();
    }

    @Test
    void startsWithoutABrokenFile() throws IOException {
        Files.writeString(folder.resolve(OpeningHoursReader.FILE), "timeZone: 'Europe");

        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));

        assertThat(files.findings()).extracting(Finding::code).containsExactly(Code.BROKEN_YAML);
        assertThat(files.counter().hours()).isEmpty();
        assertThat(files.counter().contacts()).isNotEmpty();
    }

    @Test
    void reportsEveryFileOfAMissingFolder() {
        HandoverFiles files = new HandoverFiles(
                new se.lotsen.knowledge.KnowledgeFolder(folder.resolve("nowhere")));

        assertThat(files.findings()).allSatisfy(finding -> assertThat(finding.code()).isEqualTo(Code.MISSING))
                .extracting(Finding::file)
                .containsExactly("opening-hours.yaml", "contacts.yaml", "referrals.yaml");
    }

    @Test
    void reportsAFileInAnotherEncoding() throws IOException {
        Path file = folder.resolve(ContactsReader.FILE);
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder)).findings())
                .containsExactly(Finding.of("contacts.yaml", 0, Code.NOT_UTF8));
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() throws IOException {
        Path file = folder.resolve(ContactsReader.FILE);
        Files.writeString(file, "\uFEFF" + Files.readString(file));

        assertThat(new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder)).findings()).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Files.writeString(folder.resolve(ReferralsReader.FILE), "#".repeat(1_000_001));

        assertThat(new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder)).findings())
                .extracting(Finding::code)
                .containsExactly(Code.TOO_LARGE);
    }

    private boolean isOpen(HandoverFiles files, String now) {
        return files.counter().hours().orElseThrow().isOpen("kontaktcenter", SampleFiles.at(now).toInstant());
    }

    /** The hour that is not there in March, and the one that is there twice in October. */
    @ParameterizedTest
    @CsvSource({"2027-03-28T02:30, 2027-03-30T08:00", "2027-10-31T02:30, 2027-11-01T08:00"})
    void aFileThatBreaksAtAClockChangeLeavesTheLastGoodHours(String change, String opens) throws IOException {
        HandoverFiles files = new HandoverFiles(new se.lotsen.knowledge.KnowledgeFolder(folder));
        replace(OpeningHoursReader.FILE, "mon-fri: 8.00-16.30", "mon-fri: 8.00-");

        assertThat(files.reload()).isNotEmpty();

        assertThat(isOpen(files, change)).isFalse();
        assertThat(
                files.counter().hours().orElseThrow().at("kontaktcenter", SampleFiles.at(change).toInstant()))
                .contains(new OpenState(false, null, SampleFiles.at(opens)));
    }

    private void replace(String file, String old, String replacement) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(old);
        Files.writeString(folder.resolve(file), text.replace(old, replacement));
    }

    private int line(String file, String text) throws IOException {
        return 1 + (int) Files.readString(folder.resolve(file)).lines()
                .takeWhile(line -> !line.contains(text)).count();
    }
}
