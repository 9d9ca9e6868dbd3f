package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.conversation.StateChange;
import se.lotsen.knowledge.KnowledgeFilesChanged;
import se.lotsen.knowledge.KnowledgeFolder;

class PersonLinesTests {
    private static final ContactPoint CONTACT = new ContactPoint("a", "Enheten", "031-390 06 00",
            "a@lindakra.example", null, "a", null);
    private static final ContactPoint WITHOUT_EMAIL = new ContactPoint("a", "Enheten", "031-390 06 00", null,
            null, "a", null);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void theShippedFilesHaveALineForEveryChange(String language) {
        PersonLines lines = new PersonLines(new KnowledgeFolder(SampleFiles.FOLDER));
        // Nobody reads along in a call.
        for (StateChange change : EnumSet.complementOf(EnumSet.of(StateChange.CALL_ENDED))) {
            String line = lines.of(change, language, CONTACT, "Anna");
            assertThat(line).as(change.name()).isNotBlank().doesNotContain("{", "..");
            boolean foreign = !language.equals("sv");
            assertThat(line.equals(lines.of(change, "sv", CONTACT, "Anna"))).isNotEqualTo(foreign);
        }
        for (Occasion occasion : Occasion.values()) {
            assertThat(lines.of(occasion, language, CONTACT, "Anna")).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void easySwedishIsAnsweredInSwedish() {
        PersonLines lines = new PersonLines(new KnowledgeFolder(SampleFiles.FOLDER));
        assertThat(lines.of(StateChange.CLAIMED, "sv-x-lattlast", CONTACT, "Anna"))
                .isNotBlank().isEqualTo(lines.of(StateChange.CLAIMED, "sv", CONTACT, "Anna"));
    }

    @Test
    void aContactWithoutEmailLosesItsSentence() {
        PersonLines lines = new PersonLines(new KnowledgeFolder(SampleFiles.FOLDER));
        assertThat(lines.of(StateChange.TIMED_OUT, "sv", WITHOUT_EMAIL))
                .isEqualTo(
                        "Tyvärr hann ingen svara dig. Du kan ringa 031-390 06 00. Assistenten svarar igen.");
    }

    @Test
    void whatIsNotSaidIsNotSaidAndWhatIsWrongIsLeftOut() throws IOException {
        Path file = folder.resolve("replies.sv.yaml");
        Files.writeString(file, "noAnswer: Nej.\nperson:\n  requested: Vänta på {vem}.\n  unknown: x\n"
                + "  resolved: Klart.\n");
        PersonLines lines = new PersonLines(new KnowledgeFolder(folder));
        assertThat(lines.of(StateChange.REQUESTED, "sv", CONTACT)).isNull();
        assertThat(lines.of(StateChange.CLAIMED, "fi", CONTACT)).isNull();
        assertThat(lines.of(StateChange.RESOLVED, "fi", CONTACT)).isEqualTo("Klart.");
        Files.writeString(file, "person:\n  requested: Vänta.\n");
        lines.reload(new KnowledgeFilesChanged(Set.of("replies.sv.yaml")));
        assertThat(lines.of(StateChange.REQUESTED, "sv", CONTACT)).isEqualTo("Vänta.");
    }
}
