package se.lotsen.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.HandoverFiles;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Screened;
import se.lotsen.screening.ScreeningAction;
import se.lotsen.testing.KnowledgeFiles;

/** What the shipped rules take for a threat or for abuse. The rows are the developer's own: they prove no share. */
class ConductRowsTests {
    private static final Set<ScreeningAction> CONDUCT = Set.of(ScreeningAction.THREAT, ScreeningAction.ABUSE);
    private static final QuestionScreen SCREEN = new QuestionScreen(KnowledgeFiles.shipped(),
            new ContactDirectory(new HandoverFiles(KnowledgeFiles.shipped())));

    @Test
    void everyThreatIsSeen() {
        assertThat(rows("threats.tsv")).hasSizeGreaterThanOrEqualTo(40)
                .allMatch(row -> met(row).anyMatch(ScreeningAction.THREAT::equals));
    }

    @Test
    void noInnocentLineIsTakenForEither() {
        assertThat(rows("innocent.tsv")).hasSizeGreaterThanOrEqualTo(60)
                .allMatch(row -> met(row).noneMatch(CONDUCT::contains));
    }

    @Test
    void whereACrisisRuleIsMetTooTheCardComesFirst() {
        assertThat(SCREEN.screen("jag ska döda er alla med min kniv", "sv")).get()
                .extracting(Screened::action).isEqualTo(ScreeningAction.EMERGENCY);
    }

    @ParameterizedTest
    @CsvSource({"din jävla idiot, ABUSE", "du är en idiot, ABUSE", "din dumma bot, ABUSE",
            "dra åt helvete, ABUSE",
            "you are an idiot, ABUSE", "ge mig en människa din jävla idiot, PERSON"})
    void abuseIsDirected(String line, ScreeningAction action) {
        assertThat(SCREEN.screen(line, "sv")).get().extracting(Screened::action).isEqualTo(action);
    }

    private static Stream<ScreeningAction> met(String row) {
        String[] cells = row.split("\t");
        return SCREEN.all(cells[1], cells[0]).stream().map(Screened::action);
    }

    private static List<String> rows(String file) {
        try (InputStream in = Objects.requireNonNull(ConductRowsTests.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
