package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.evaluation.RadarEvaluation.Counts;
import se.lotsen.evaluation.RadarEvaluation.Figures;
import se.lotsen.testing.KnowledgeFiles;
import se.lotsen.testing.PageFile;

/** What is found, missed and wrong is counted by kind and part. */
@Timeout(60)
class RadarEvaluationTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    @TempDir
    private Path folder;

    @Test
    void findsMissesAndFalseAlarmsAreCounted() {
        KnowledgeFiles files = new KnowledgeFiles(folder)
                .page("a.md",
                        PageFile.aPage("a").without("eService")
                                .body("""
                                        Ansök senast den 1 maj 2026. Läs [taxan](https://x.example/borta), [planen](https://x.example/tyst)
                                        och [kartan](https://y.example/kvar).

                                        Kursen börjar den 2 maj 2026.
                                        """))
                .page("b.md",
                        PageFile.aPage("b").without("eService")
                                .body("Huset är rött. [a](https://z.example/flyttad)\n"))
                .write("asked.tsv", "page\tquestions\na\t1\nb\t1\n")
                .write("links.tsv", "address\tstatus\ttarget\nhttps://x.example/borta\t404\t\n"
                        + "https://x.example/tyst\ttimeout\t\nhttps://y.example/kvar\t200\t\n"
                        + "https://z.example/flyttad\t301\thttps://z.example/kvar\n")
                .write("faults.tsv", "id\tkind\tpages\tdetail\tpart\n"
                        + "1\tpassed-date\ta\tAnsök senast den 1 maj 2026.\tdev\n"
                        + "2\tdead-link\ta\thttps://x.example/borta 404\tdev\n"
                        + "3\tdead-link\ta\thttps://x.example/tyst timeout\theld-out\n"
                        + "4\tcontradiction\ta|b\tingen\tdev\n");
        Figures figures = RadarEvaluation.run(files.folder().root(), TODAY);
        assertThat(figures.pages()).isEqualTo(2);
        Counts dates = figures.parts().get("dev").get("passed-date");
        assertThat(dates.found().hits()).isEqualTo(1);
        assertThat(dates.right().hits()).isEqualTo(1);
        assertThat(figures.parts().get("dev").get("dead-link").found().hits()).isEqualTo(1);
        assertThat(figures.parts().get("held-out").get("dead-link").found().hits()).isEqualTo(1);
        assertThat(figures.parts().get("dev").get("contradiction").found().hits()).isZero();
        int finds = figures.parts().values().stream().mapToInt(part -> part.get("all").right().cases()).sum();
        assertThat(finds).as("one of the finds is none that was planted").isEqualTo(4);
        assertThat(figures.missed()).singleElement().asString().startsWith("4 contradiction");
        assertThat(figures.json()).containsKeys("pages", "seconds", "dev", "held-out");
    }

    @Test
    void aFolderThatIsNotLaidOutSoIsRefused() {
        assertThatThrownBy(() -> RadarEvaluation.run(folder, TODAY))
                .isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("faults.tsv");
    }
}
