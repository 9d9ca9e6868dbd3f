package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A made-up municipality's website in thirteen page designs, with the truth beside it: which texts of each page a
 * resident needs and which are the site's own furniture. The same seed gives the same bytes. It takes part in no answer;
 * it only measures what an import keeps.
 *
 * <p>The title is neither main nor noise, and neither is text that nobody can ever see (scripts, styles, templates).
 */
public final class SampleSite {
    /** Addresses that stand in the sitemap although robots.txt forbids them; they are not in the truth. */
    static final List<String> FORBIDDEN = List
            .of("/internt/personalhandbok.html", "/internt/motesrum.html", "/internt/lonelista.html");

    private static final int DESIGNS = 13;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path dir;
    private final Random random;
    private final SampleGrammar content = SampleGrammar.named("content");
    private final List<SampleGrammar> designs = new ArrayList<>();

    private SampleSite(Path dir, long seed) {
        this.dir = dir;
        this.random = new Random(seed);
        for (int design = 1; design <= DESIGNS; design++) {
            designs.add(SampleGrammar.named(String.format(Locale.ROOT, "design-%02d", design)).with(content));
        }
    }

    /**
     * Writes {@code dir/site} (pages, sitemap.xml, robots.txt) and {@code dir/truth.jsonl}.
     *
     * @param base  what stands before each path in the sitemap, without a slash at the end
     * @param pages how many pages, 1 or more
     * @throws EvaluationInputException if the folder cannot be written
     */
    public static void write(Path dir, String base, int pages, long seed) {
        new SampleSite(dir, seed).write(base, pages);
    }

    private void write(String base, int pages) {
        try {
            List<SamplePage> written = new ArrayList<>();
            StringBuilder truth = new StringBuilder();
            for (SampleSubject subject : subjects(pages)) {
                SamplePage page = SamplePage.made(designs.get(written.size() % DESIGNS), subject, random);
                save("site" + page.path(), page.bytes());
                truth.append(JSON.writeValueAsString(truth(page))).append('\n');
                written.add(page);
            }
            save("truth.jsonl", truth.toString().getBytes(StandardCharsets.UTF_8));
            surroundings(base, written);
        } catch (IOException e) {
            throw EvaluationInputException.unwritable(dir);
        }
    }

    private List<SampleSubject> subjects(int pages) {
        List<SampleSubject> subjects = new ArrayList<>();
        for (int round = 1; subjects.size() < pages; round++) {
            List<SampleSubject> more = new ArrayList<>();
            for (String topic : content.alternatives("topic")) {
                for (String aspect : content.alternatives("aspect")) {
                    more.add(SampleSubject.of(topic, aspect, round));
                }
            }
            Collections.shuffle(more, random);
            subjects.addAll(more);
        }
        return subjects.subList(0, pages);
    }

    private void surroundings(String base, List<SamplePage> pages) throws IOException {
        StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (SamplePage page : pages) {
            map.append(entry(base + page.path(), page.modified()));
        }
        for (String path : FORBIDDEN) {
            map.append(entry(base + path, null));
            save("site" + path, "<p>Bara för anställda</p>".getBytes(StandardCharsets.UTF_8));
        }
        save("site/sitemap.xml", map.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8));
        save("site/robots.txt",
                ("User-agent: *\nDisallow: /internt/\nDisallow: /sok\nCrawl-delay: 0\nSitemap: " + base
                        + "/sitemap.xml\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(String address, @Nullable String modified) {
        String date = modified == null ? "" : "<lastmod>" + modified + "</lastmod>";
        return "<url><loc>" + address + "</loc>" + date + "</url>\n";
    }

    private static Map<String, @Nullable Object> truth(SamplePage page) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("path", page.path());
        line.put("title", page.title());
        line.put("main", page.marked().main());
        line.put("noise", page.marked().noise());
        line.put("published", page.published());
        line.put("modified", page.modified());
        line.put("breadcrumb", page.marked().breadcrumb());
        return line;
    }

    private void save(String name, byte[] bytes) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }
}
