package se.lotsen.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.PageFile;

/** As seen on 29 November 2026. */
class PassedDatesTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Ansök senast den 1 september 2026.", "Kursen startar den 12/8 2026.",
            "Hösten 2025 öppnar vi den nya skolan.", "Samrådet pågår till den 12 mars 2026.",
            "Vägen är avstängd till och med 2026-10-31.", "Under våren 2026 byggs torget om.",
            "Från den 11/1 2026 kommer du att behöva boka tid.", "Anmälan är öppen 1–15 oktober 2026.",
            "Nästa möte är i mars 2026.", "Arbetet beräknas vara klart i juni 2026."})
    void aDayToComeThatHasPassedIsFound(String sentence) {
        assertThat(new Pages(folder).page("a", "Kurser", sentence + "\n").faults(FaultKind.PASSED_DATE))
                .singleElement().satisfies(fault -> assertThat(fault.first().sentence()).isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kommunfullmäktige beslutade om taxan den 12 mars 2025.",
            "Sedan den 1 december 2025 gäller nya regler.", "Taxan gäller från och med den 1 januari 2026.",
            "Huset byggdes 1912 och invigdes hösten 1913.", "Ansök senast den 15 mars varje år.",
            "Ansök senast den 30 november 2026.", "Anmälan är öppen 1 november 2026–31 januari 2027.",
            "Webbplatsen testades senast i oktober 2026.", "Barn födda 2021 börjar i förskoleklass.",
            "Valet hölls den 13 september 2026.", "Hösten 2026 får alla elever en dator."})
    void whatIsHistoryOrReturnsOrIsStillToComeIsNone(String sentence) {
        assertThat(new Pages(folder).page("a", "Kurser", sentence + "\n").faults(FaultKind.PASSED_DATE))
                .isEmpty();
    }

    @Test
    void aTimetableThatGoesOnMayBeginWithDaysThatHavePassed() {
        assertThat(new Pages(folder).page("a", "Lov", """
                - Höstlov: 26–30 oktober 2026
                - Jullov: 21 december 2026–8 januari 2027
                """).faults(FaultKind.PASSED_DATE)).isEmpty();
    }

    @Test
    void aDateTakesItsYearFromTheHeading() {
        assertThat(new Pages(folder)
                .page("a", "Kurser", "## Sommarkurser 2026\n\nAnmäl dig senast den 15 maj.\n")
                .faults(FaultKind.PASSED_DATE)).hasSize(1);
    }

    @Test
    void aPageThatHoldsNoLongerIsFoundAndOneThatNobodyHasConfirmedIsAnother() {
        Pages pages = new Pages(folder)
                .page("a", PageFile.aPage("a").with("validTo", "2026-11-28"))
                .page("b", PageFile.aPage("b").with("reviewBy", "2026-11-28"))
                .page("c", PageFile.aPage("c").with("validTo", "2026-11-29").with("reviewBy", "2026-11-29"));
        assertThat(pages.faults(FaultKind.PASSED_DATE)).extracting(Fault::detail)
                .containsExactly(new Detail.Ended(LocalDate.of(2026, 11, 28)));
        assertThat(pages.faults(FaultKind.PAST_REVIEW)).flatExtracting(Fault::pages).containsExactly("b");
    }
}
