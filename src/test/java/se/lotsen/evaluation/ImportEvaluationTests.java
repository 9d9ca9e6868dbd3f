package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.evaluation.KeptText.Count;

class ImportEvaluationTests {
    @TempDir
    private Path folder;

    @Test
    void lettersOfABlockAreCountedOnceAndInItsLongestRuns() {
        KeptText text = new KeptText("Du behöver bygglov. Avgiften är 4 500 kronor.");
        assertThat(text.take(List.of("Du behöver bygglov."))).isEqualTo(new Count(17, 17));
        assertThat(text.take(List.of("Du behöver bygglov."))).as("it was found before")
                .isEqualTo(new Count(17, 0));
        assertThat(text.take(List.of("Den nya Avgiften är 4 500 kronor. Betala senast i maj.")).kept())
                .isEqualTo(21);
        assertThat(text.take(List.of("gift"))).as("a part of a word is not that word")
                .isEqualTo(new Count(4, 0));
    }

    @Test
    void aSiteIsServedReadAndComparedWithItsTruth() throws IOException {
        Files.createDirectories(folder.resolve("site/a"));
        Files.writeString(folder.resolve("site/sitemap.xml"),
                """
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://placeholder.example:99/a/b.html</loc></url>
                        <url><loc>http://placeholder.example:99/borta.html</loc></url></urlset>""");
        Files.writeString(folder.resolve("site/a/b.html"),
                """
                        <title>Bad</title><div class=crumbs><a href=/>Start</a> / Bad</div><main><h1>Bad</h1><p>Badet är öppet varje dag.</p>
                        <p>Ett besök kostar 60 kronor.</p></main><div>Tipsa en vän om sidan i dag</div>""");
        Files.writeString(folder.resolve("truth.jsonl"),
                """
                        {"path":"/a/b.html","title":"Bad","main":["Badet är öppet varje dag.","Ett besök kostar 60 kronor.","Något som saknas"],"noise":["Tipsa en vän om sidan i dag","Ett besök"],"published":null,"modified":"2026-01-01","breadcrumb":["Start","Bad"]}
                        """);
        ImportEvaluation.Figures figures = ImportEvaluation.run(folder);
        assertThat(figures.imported()).isEqualTo(1);
        assertThat(figures.left()).containsEntry("NOT_FOUND", 1);
        assertThat(figures.mainKept()).isEqualTo(44.0 / 58);
        assertThat(figures.noiseKept()).isZero();
        assertThat(figures.titles().count()).isEqualTo(1);
        assertThat(figures.published().count()).isEqualTo(1);
        assertThat(figures.modified().count()).isZero();
        assertThat(figures.breadcrumbs().count()).isEqualTo(1);
        assertThat(figures.worst()).extracting(ImportEvaluation.Worst::mainLost).containsExactly(14L);
    }

    @Test
    void aFolderOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> ImportEvaluation.run(folder)).isInstanceOf(EvaluationInputException.class)
                .hasMessageContaining("truth.jsonl");
    }
}
