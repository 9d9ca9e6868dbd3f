package se.lotsen.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two pages must share to contradict each other, and what makes them two cases. */
class ContradictionsTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gästhamnen | En gästplats kostar 250 kronor per dygn. | Turism | En gästplats i gästhamnen kostar 320 kronor per dygn.
            Bygglov för altan | Avgiften är 4 200 kronor. | Taxor | Bygglov för en altan kostar 3 900 kronor.
            Biblioteket | Biblioteket har öppet måndag–fredag 9.00–18.00. | Kultur | Du kommer till biblioteket måndag–fredag mellan klockan 9 och 19.
            Biblioteket | Biblioteket har öppet måndag–torsdag 9.00–18.00. | Kultur | Biblioteket har öppet måndag–fredag 10–18.
            Trygghetslarm | Ring larmenheten på 0123-45 67 89. | Äldre | Trygghetslarm: du når larmenheten på 0123-45 67 80.
            Föreningsbidrag | Ansökan om föreningsbidrag ska vara inne senast den 1 mars 2027. | Föreningar | Föreningsbidrag: glöm inte, ansökan om bidrag till föreningar senast den 15 mars 2027.
            Bygglovsavgift | Bygglovsavgiften för en carport är 2 100 kronor. | Carport | Avgift för bygglov: 2 300 kronor för en carport.
            """)
    void twoValuesForOneThingAreFound(String title, String one, String otherTitle, String other) {
        assertThat(new Pages(folder).page("a", title, one + "\n")
                .page("b", otherTitle, "## " + title + "\n\n" + other + "\n")
                .faults(FaultKind.CONTRADICTION)).singleElement()
                .satisfies(fault -> assertThat(fault.pages()).containsExactlyInAnyOrder("a", "b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the same written otherwise | Gästhamnen | En gästplats kostar 1 250 kronor per dygn. | En gästplats i gästhamnen kostar 1250 kr per dygn.
            the same hours | Biblioteket | Biblioteket har öppet måndag–fredag 9.00–16.00. | Biblioteket har öppet måndag–fredag kl. 9–16.
            other days | Biblioteket | Biblioteket har öppet måndag–fredag 9.00–18.00. | Biblioteket har öppet lördag 10–14.
            an earlier year | Gästhamnen | En gästplats kostar 250 kronor per dygn. | 2024 var priset för en gästplats i gästhamnen 200 kronor per dygn.
            an earlier year's price list | Gästhamnen | En gästplats kostar 250 kronor per dygn. | Priser 2024: en gästplats i gästhamnen, 200 kronor per dygn.
            another period | Båtplats | En båtplats kostar 300 kronor per månad. | En båtplats kostar 3 000 kronor per år.
            in summer | Biblioteket | Biblioteket har öppet måndag–fredag 9.00–18.00. | På sommaren har biblioteket öppet måndag–fredag 10–15.
            another size | Bygglov | Bygglov upp till 50 kvadratmeter kostar 5 000 kronor. | Bygglov upp till 100 kvadratmeter kostar 9 000 kronor.
            closed | Biblioteket | Biblioteket har öppet måndag–fredag 9.00–18.00. | Biblioteket är stängt måndag–fredag 12–13.
            half the price | Gästhamnen | En gästplats kostar 250 kronor per dygn. | En gästplats i gästhamnen kostar halva priset, 125 kronor per dygn, för medlemmar.
            """)
    void whatIsAnotherCaseIsNone(String why, String title, String one, String other) {
        assertThat(new Pages(folder).page("a", title, one + "\n")
                .page("b", "Översikt", "## " + title + "\n\n" + other + "\n").faults(FaultKind.CONTRADICTION))
                .as(why).isEmpty();
    }

    @Test
    void twoPlacesOfOnePatternDoNotContradictEachOther() {
        assertThat(new Pages(folder)
                .page("a", "Biblioteket i Hamnvik",
                        "Biblioteket i Hamnvik har öppet måndag–fredag 9.00–18.00.\n")
                .page("b", "Biblioteket i Kvarnby",
                        "Biblioteket i Kvarnby har öppet måndag–fredag 10.00–16.00.\n")
                .faults(FaultKind.CONTRADICTION)).isEmpty();
    }

    @Test
    void aSentenceThatEveryPageHasIsOfThePageThatItStandsOn() {
        Pages pages = new Pages(folder);
        pages.page("a", "Ishallen", "Sista dag är den 15 maj 2027.\n")
                .page("b", "Kolonilott", "Sista dag är den 16 maj 2027.\n")
                .page("c", "Färdtjänst", "Sista dag är den 17 maj 2027.\n")
                .page("d", "Parkeringstillstånd", "Sista dag är den 18 maj 2027.\n");
        assertThat(pages.faults(FaultKind.CONTRADICTION)).isEmpty();
    }

    @Test
    void aRowIsHeldAgainstTheRowThatItIsMostLike() {
        String table = "| Plats | Avgift |\n| --- | --- |\n| Altan | %s kronor |\n| Carport | %s kronor |\n";
        Pages pages = new Pages(folder).page("a", "Bygglovstaxa", table.formatted("4 000", "3 000"))
                .page("b", "Bygga", "## Bygglovstaxa\n\n" + table.formatted("4 000", "3 500"));
        assertThat(pages.faults(FaultKind.CONTRADICTION)).singleElement()
                .satisfies(fault -> assertThat(fault.first().sentence()).startsWith("Carport"));
    }

    @Test
    void aFaultIsTheSameUntilItsSentencesChange() {
        Pages pages = new Pages(folder).page("a", "Gästhamnen", "En gästplats kostar 250 kronor.\n");
        Fault before = pages.page("b", "Turism", "## Gästhamnen\n\nEn gästplats kostar 320 kronor.\n")
                .faults(FaultKind.CONTRADICTION).getFirst();
        Fault after = pages
                .page("b", "Turism", "## Gästhamnen\n\nEn gästplats kostar 320 kronor.\n\nVälkommen!\n")
                .faults(FaultKind.CONTRADICTION).getFirst();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(pages.page("b", "Turism", "## Gästhamnen\n\nEn gästplats kostar 330 kronor.\n")
                .faults(FaultKind.CONTRADICTION).getFirst().id()).isNotEqualTo(before.id());
    }
}
