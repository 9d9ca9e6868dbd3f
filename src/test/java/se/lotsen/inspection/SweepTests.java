package se.lotsen.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.knowledge.Library;
import se.lotsen.testing.PageFile;

/** Links, orphans, doubles, and what matters most first. */
class SweepTests {
    private static final String TEXT = """
            Du ansöker om färdtjänst hos kommunens handläggare. Ansökan görs på en blankett. Handläggaren ringer dig
            inom två veckor och frågar hur du reser i dag. Beslutet kommer hem i brevlådan. Är du inte nöjd kan du
            överklaga inom tre veckor till förvaltningsrätten.
            """;
    @TempDir
    private Path folder;

    @Test
    void aLinkThatLeadsNowhereIsFoundOnceOnEachPage() {
        Pages pages = new Pages(folder).page("a", "Länkar",
                "Läs [taxan](https://a.se/taxa) och [planen](https://a.se/plan). Se [taxan](https://a.se/taxa).\n");
        assertThat(Sweep.addresses(pages.library())).contains("https://a.se/taxa", "https://a.se/plan",
                "https://e.lindakra.example/");
        assertThat(pages.faults(FaultKind.DEAD_LINK, Map.of(),
                Map.of("https://a.se/taxa", LinkState.GONE, "https://a.se/plan", LinkState.MOVED)))
                .extracting(Fault::detail)
                .containsExactly(new Detail.Link("https://a.se/taxa", LinkState.GONE));
    }

    @Test
    void anOrphanHasNoLinkFromAnotherPageAndNobodyHasAskedForIt() {
        Pages pages = new Pages(folder).page("a", "Ingen väg", TEXT)
                .page("b", "Väg", "Läs om [c](https://www.lindakra.example/c/) och [d](/d) och [a](/a).\n"
                        .replace(" och [a](/a)", ""))
                .page("c", "Länkad", "Läs [här](https://www.lindakra.example/c).\n")
                .page("d", "Också länkad", "Hej.\n");
        Map<String, Integer> asked = new HashMap<>(pages.library().pages().keySet().stream()
                .filter(page -> page.startsWith("annan")).collect(Collectors.toMap(page -> page, page -> 3)));
        asked.put("b", 1);
        assertThat(pages.faults(FaultKind.ORPHAN, asked, Map.of())).flatExtracting(Fault::pages)
                .containsExactly("a");
    }

    @Test
    void beforeAnybodyHasAskedMuchNoPageIsAnOrphan() {
        assertThat(new Pages(folder).faults(FaultKind.ORPHAN, Map.of("annan-1", 3), Map.of())).isEmpty();
    }

    @Test
    void aPageThatSaysNearlyTheSameIsADouble() {
        assertThat(new Pages(folder).page("a", "Färdtjänst", TEXT)
                .page("b", "Åka färdtjänst",
                        "Välkommen att åka.\n\n" + TEXT.replace("hem i brevlådan", "med post"))
                .faults(FaultKind.DUPLICATE)).singleElement()
                .satisfies(fault -> assertThat(fault.pages()).containsExactly("a", "b"));
    }

    @Test
    void twoPlacesDescribedByOnePatternAreNoDoubles() {
        assertThat(new Pages(folder).page("a", "Förskolan i Hamnvik", TEXT)
                .page("b", "Förskolan i Kvarnby", TEXT)
                .faults(FaultKind.DUPLICATE)).isEmpty();
    }

    @Test
    void whatMostCitizensMeetComesFirstAndKindsWeigh() {
        Library library = new Pages(folder)
                .page("a", PageFile.aPage("a").with("reviewBy", "2026-11-01").body("En.\n"))
                .page("b", PageFile.aPage("b").with("reviewBy", "2026-11-01").body("Två.\n"))
                .page("c", PageFile.aPage("c").with("validTo", "2026-11-01").body("Tre.\n")).library();
        Sweep sweep = new Sweep(Map.of("b", 4), Map.of(), Pages.TODAY);
        List<Fault> faults = sweep.of(library);
        assertThat(faults.stream().map(Fault::pages).flatMap(List::stream).filter(page -> page.length() == 1))
                .containsExactly("b", "c", "a");
        assertThat(sweep.rank(faults.getFirst())).isEqualTo(3L * (1 + 4));
    }

    @Test
    @Timeout(60)
    void fiveHundredPagesAreComparedInSeconds() {
        Pages pages = new Pages(folder);
        List<String> things = new ArrayList<>();
        for (int at = 0; at < 500; at++) {
            String thing = "Verksamhet" + (char) ('a' + at % 26) + (char) ('a' + at / 26 % 26) + "o"
                    + at / 26;
            things.add(thing);
            pages.page("sida-" + at, thing,
                    """
                            %1$s har öppet måndag–fredag 8.00–1%2$d.00. Ring %1$s på 0123-45 %3$d. Avgiften för %1$s är %3$d kronor.

                            ## Ansökan till %1$s

                            Ansök till %1$s senast den %4$d mars 2027. Beslutet kommer inom %2$d veckor.
                            """
                            .formatted(thing, 2 + at % 8, 1000 + at, 1 + at % 28));
        }
        Library library = pages.library();
        long start = System.nanoTime();
        List<Fault> faults = new Sweep(Map.of(), Map.of(), Pages.TODAY).of(library);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(faults).filteredOn(fault -> fault.kind() == FaultKind.CONTRADICTION).isEmpty();
    }
}
