package se.lotsen.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoundDatesTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"den 3 mars 2026;2026-03-03", "2026-03-03;2026-03-03",
            "2026-03-03T10:11:12+01:00;2026-03-03", "3/3 2026;2026-03-03", "03.03.2026;2026-03-03",
            "20260303;2026-03-03", "3 Feb. 2025;2025-02-03", "1:a juni 2025;2025-06-01"})
    void datesAreReadAsSwedesWriteThem(String text, LocalDate date) {
        assertThat(FoundDates.date(text)).contains(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13-03", "32 mars 2026", "0501-123456", "1234567890", "mars 2026"})
    void whatIsNoDateIsNone(String text) {
        assertThat(FoundDates.date(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
            "<p>Publicerad 1 maj 2025 | Uppdaterad 2 juni 2026</p>;2025-05-01;2026-06-02",
            "<span>Senast ändrad:</span> <time datetime=2026-06-02>i tisdags</time>;-;2026-06-02",
            "<dl><dt>Publicerad<dd>2025-05-01<dt>Senast granskad<dd>2026-06-02</dl>;2025-05-01;2026-06-02",
            "<meta name=DC.Date.Modified content=2026-06-02>;-;2026-06-02",
            "<script type=application/ld+json>{\"@graph\":[{\"datePublished\":\"2025-05-01\",\"dateModified\":\"2026-06-02T01:00\"}]}</script>;2025-05-01;2026-06-02",
            "<time itemprop=datePublished datetime=2025-05-01>då</time>;2025-05-01;-",
            "<script type=application/ld+json>{trasig</script><p>Kom senast 3 mars 2026</p>;-;-"})
    void bothDatesAreFoundWhereverThePageSaysThem(String html, LocalDate published, LocalDate modified) {
        assertThat(FoundDates.of(Jsoup.parse(html))).isEqualTo(new FoundDates(published, modified));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Senast uppdaterad 3 mars 2026", "Publicerad: 2025-01-01", "Sidansvarig: Anna Ek",
            "Sidan uppdaterades den 3 mars 2026 av Anna Ek"})
    void aLineAboutThePageIsKnown(String line) {
        assertThat(FoundDates.isDateLine(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Taxan uppdaterades den 3 mars 2026 och gäller alla nya ansökningar om bygglov.",
            "Ansök senast den 3 mars 2026.", "Beslutet publiceras på anslagstavlan."})
    void aLineOfTheTextIsNotTakenForOne(String line) {
        assertThat(FoundDates.isDateLine(line)).isFalse();
    }
}
