package se.lotsen.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

@Execution(ExecutionMode.CONCURRENT)
class SampleSiteTests {
    private static final int PAGES = 500;
    private static final long SEED = 8;

    @TempDir
    static Path site;

    private static final List<JsonNode> TRUTH = new ArrayList<>();

    @BeforeAll
    static void writtenOnce() {
        SampleSite.write(site, "http://localhost:8123", PAGES, SEED);
        JsonLines.read(site.resolve("truth.jsonl"), TRUTH::add);
    }

    @Test
    void everyPageHasItsTruthAndAnAddressOfItsOwn() {
        Set<String> paths = new HashSet<>();
        TRUTH.forEach(page -> paths.add(JsonLines.text(page, "path")));

        assertThat(TRUTH).hasSize(PAGES);
        assertThat(paths).hasSize(PAGES)
                .allSatisfy(path -> assertThat(site.resolve("site" + path)).isRegularFile());
    }

    @Test
    void everyMarkedTextStandsOnThePageAndNoMarkIsLeft() throws IOException {
        for (JsonNode page : TRUTH) {
            String text = shown(page);
            List<String> marked = new ArrayList<>(JsonLines.texts(page, "main"));
            marked.addAll(JsonLines.texts(page, "noise"));

            assertThat(marked).hasSizeGreaterThan(20).allSatisfy(block -> assertThat(text).contains(block));
            assertThat(text).doesNotContain("[[", "]]", "{!").doesNotContainPattern("\\{[a-z.]+}");
        }
    }

    @Test
    void nothingVisibleIsLeftUnmarked() throws IOException {
        for (JsonNode page : TRUTH) {
            String rest = shown(page);
            List<String> marked = new ArrayList<>(JsonLines.texts(page, "main"));
            marked.addAll(JsonLines.texts(page, "noise"));
            marked.add(JsonLines.text(page, "title"));
            marked.sort((one, other) -> other.length() - one.length());
            for (String block : marked) {
                rest = rest.replace(block, " ");
            }
            assertThat(rest.replaceAll("[\\s/|»›>.,]", "")).as(JsonLines.text(page, "path")).isEmpty();
        }
    }

    @Test
    void aDateIsGivenOnlyWhereThePageTellsIt() {
        Map<String, Integer> told = new TreeMap<>();
        TRUTH.forEach(
                page -> told.merge(page.get("published").isNull() + " " + page.get("modified").isNull(), 1,
                        Integer::sum));

        assertThat(told).containsOnlyKeys("false false", "true false", "true true");
    }

    @Test
    void theSitemapNamesEveryPageAndSomeThatRobotsForbid() throws IOException {
        String map = Files.readString(site.resolve("site/sitemap.xml"));

        assertThat(map.split("<loc>http://localhost:8123/", -1))
                .hasSize(PAGES + SampleSite.FORBIDDEN.size() + 1);
        assertThat(map).contains("<lastmod>20", SampleSite.FORBIDDEN.getFirst());
        assertThat(Files.readString(site.resolve("site/robots.txt"))).contains("Disallow: /internt/");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOtherTexts(@TempDir Path again, @TempDir Path other)
            throws IOException {
        SampleSite.write(again, "http://localhost:8123", PAGES, SEED);
        SampleSite.write(other, "http://localhost:8123", PAGES, SEED + 1);

        assertThat(bytes(again)).isEqualTo(bytes(site));
        assertThat(bytes(other)).isNotEqualTo(bytes(site));
    }

    private static List<String> bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(
                        folder.relativize(file) + " " + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return contents;
        }
    }

    /** What a reader may ever see of a page, without its title element, scripts, styles and templates. */
    private static String shown(JsonNode page) throws IOException {
        byte[] bytes = Files.readAllBytes(site.resolve("site" + JsonLines.text(page, "path")));
        String html = new String(bytes, StandardCharsets.UTF_8);
        if (html.contains("charset=iso-8859-1")) {
            html = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        String body = html.replaceAll("(?is)<(title|script|style|template|noscript)\\b.*?</\\1>", "");
        return MarkedHtml
                .read("[[m:" + body.replaceAll("(?i)</?(p|div|h\\d|li|ul|ol|td|th|tr|dt|dd|label|button"
                        + "|caption|legend|summary|option|section|details|fieldset)\\b[^>]*>", " ") + "]]")
                .main().getFirst();
    }
}
