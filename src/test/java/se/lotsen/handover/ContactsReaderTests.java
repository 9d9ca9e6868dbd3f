package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.Finding.Code;

class ContactsReaderTests {
    private static final String SOUND = """
            # kommentar
            contacts:
              - id: kontaktcenter
                name: Kontaktcenter
                phone: "031-390 06 00"
                queue: kontaktcenter

              - id: gata
                name: Gatuenheten
                phone: "031-390 06 60"
                email: gata@lindakra.example
                visitingAddress: Torggatan 1
                queue: gata
                whenClosed: Ring i morgon.
            """;
    private static final Optional<Set<String>> QUEUES = Optional.of(Set.of("kontaktcenter", "gata"));

    @Test
    void readsContactsInOrder() {
        assertThat(ContactsReader.read(SOUND, QUEUES)).isEqualTo(new EditorsFile.Reading<>(
                Optional.of(List.of(
                        new ContactPoint("kontaktcenter", "Kontaktcenter", "031-390 06 00", null, null,
                                "kontaktcenter", null),
                        new ContactPoint("gata", "Gatuenheten", "031-390 06 60", "gata@lindakra.example",
                                "Torggatan 1", "gata",
                                "Ring i morgon."))),
                List.of()));
    }

    @Test
    void aQueueIsSecretForAllItsContactsAndTheMainEntranceNever() {
        String secret = SOUND + "    secret: true\n";
        assertThat(ContactsReader.read(secret, QUEUES).value().orElseThrow())
                .extracting(ContactPoint::secret).containsExactly(false, true);
        String contrary = secret + """
                  - id: park
                    name: Parkenheten
                    phone: "031-390 06 61"
                    queue: gata
                """.indent(0);
        assertThat(ContactsReader.read(contrary, QUEUES).findings())
                .containsExactly(Finding.of("contacts.yaml", 16, Code.INVALID_VALUE, "contacts[3].secret"));
        assertThat(ContactsReader
                .read(SOUND.replace("queue: kontaktcenter", "queue: kontaktcenter\n    secret: true"), QUEUES)
                .findings())
                .containsExactly(Finding.of("contacts.yaml", 7, Code.INVALID_VALUE, "contacts[1].secret"));
        assertThat(ContactsReader.read(SOUND + "    secret: kanske\n", QUEUES).value()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "id: gata | id: Gata! | 8 | INVALID_VALUE | contacts[2].id",
            "id: gata | id: '' | 8 | MISSING_FIELD | contacts[2].id",
            "031-390 06 60 | ring växeln | 10 | INVALID_VALUE | contacts[2].phone",
            "gata@lindakra.example | gata(at)lindakra.example | 11 | INVALID_VALUE | contacts[2].email",
            "Torggatan 1 | \"\" | 12 | MISSING_FIELD | contacts[2].visitingAddress",
            "name: Gatuenheten | name: | 9 | MISSING_FIELD | contacts[2].name",
            "whenClosed: | whenclosed: | 14 | UNKNOWN_FIELD | whenclosed"})
    void leavesOutAFileWithAFaultAndReportsItsLine(String sound, String broken, int line, Code code,
            String field) {
        EditorsFile.Reading<List<ContactPoint>> reading = ContactsReader.read(SOUND.replace(sound, broken),
                QUEUES);

        assertThat(reading.findings()).containsExactly(Finding.of("contacts.yaml", line, code, field));
        assertThat(reading.value()).isEmpty();
    }

    @Test
    void reportsAMissingMandatoryFieldWhereTheContactBegins() {
        assertThat(
                ContactsReader.read(SOUND.replace("    phone: \"031-390 06 60\"\n", ""), QUEUES).findings())
                .containsExactly(Finding.of("contacts.yaml", 8, Code.MISSING_FIELD, "contacts[2].phone"));
    }

    @Test
    void reportsEveryFaultAtOnce() {
        String broken = SOUND.replace("031-390 06 00", "x").replace("gata@lindakra.example", "y");

        assertThat(ContactsReader.read(broken, QUEUES).findings()).extracting(Finding::line)
                .containsExactly(5, 11);
    }

    @Test
    void keepsAContactWhoseQueueHasNoHours() {
        EditorsFile.Reading<List<ContactPoint>> reading = ContactsReader.read(SOUND,
                Optional.of(Set.of("kontaktcenter")));

        assertThat(reading.findings())
                .containsExactly(Finding.of("contacts.yaml", 13, Code.UNKNOWN_REFERENCE, "gata"));
        assertThat(reading.value().orElseThrow()).hasSize(2);
    }

    @Test
    void doubtsNoQueueWhileTheHoursAreUnknown() {
        assertThat(ContactsReader.read(SOUND, Optional.empty()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | 1", "contacts: [] | 1", "contacts: | 1"})
    void reportsAFileWithoutContacts(String yaml, int line) {
        assertThat(ContactsReader.read(yaml, QUEUES).findings())
                .containsExactly(Finding.of("contacts.yaml", line, Code.MISSING_FIELD, "contacts"));
    }

    @Test
    void reportsAnEmptyEntry() {
        assertThat(ContactsReader.read(SOUND + "  -\n", QUEUES).findings())
                .containsExactly(Finding.of("contacts.yaml", 15, Code.MISSING_FIELD, "contacts[3]"));
    }
}
