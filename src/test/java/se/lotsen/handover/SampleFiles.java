package se.lotsen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The knowledge base that is shipped, as the tests of the counter read it. */
final class SampleFiles {
    static final Path FOLDER = Path.of("knowledge-base");
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private SampleFiles() {
    }

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpeningHours openingHours() {
        return openingHours(text(OpeningHoursReader.FILE));
    }

    static OpeningHours openingHours(String yaml) {
        EditorsFile.Reading<OpeningHours> reading = OpeningHoursReader.read(yaml);
        assertThat(reading.findings()).isEmpty();
        return reading.value().orElseThrow();
    }

    /** Local time in Stockholm; in the hour that comes twice the first one is meant. */
    static OffsetDateTime at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(STOCKHOLM).toOffsetDateTime();
    }
}
