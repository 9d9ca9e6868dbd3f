package se.lotsen.evaluation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import se.lotsen.evaluation.KeptText.Count;
import se.lotsen.extraction.Extractor;
import se.lotsen.extraction.FoundPage;
import se.lotsen.fetching.FetchRules;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.importing.SiteImport;

/**
 * How well a site is imported: a folder with a site and the marked truth of each of its pages is served on this machine, read by
 * its site map as any site is, and compared with the truth. The folder: {@code site/} with {@code sitemap.xml}, and
 * {@code truth.jsonl}.
 */
public final class ImportEvaluation {
    private static final Parser MARKDOWN = Parser.builder().extensions(List.of(TablesExtension.create()))
            .build();
    private static final int WORST = 15;

    private ImportEvaluation() {
    }

    /** A page's truth. */
    record Truth(String path, String title, List<String> main, List<String> noise, @Nullable String published,
            @Nullable String modified, List<String> breadcrumb) {
    }

    private record Row(Truth truth, Count main, Count noise, boolean title, boolean published,
            boolean modified,
            boolean breadcrumb) {
    }

    /**
     * A page that was not read as it should be.
     *
     * @param mainLost letters of its text that are missing
     * @param noiseKept letters of what surrounds it that are there
     */
    public record Worst(String path, long mainLost, long noiseKept) {
    }

    /**
     * What was found.
     *
     * @param pages in the truth
     * @param mainKept share of the letters of all pages' own text that were kept
     * @param noiseKept share of the letters of all that surrounds it
     * @param left how many pages did not come, by the reason
     */
    public record Figures(int pages, int imported, double mainKept, double noiseKept, long mainLetters,
            long noiseLetters, Share titles, Share published, Share modified, Share breadcrumbs,
            double seconds,
            Map<String, Integer> left, List<Worst> worst) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("pages", pages);
            json.put("imported", imported);
            json.put("mainKept", mainKept);
            json.put("noiseKept", noiseKept);
            json.put("mainLetters", mainLetters);
            json.put("noiseLetters", noiseLetters);
            shares().forEach((name, share) -> json.put(name, FigureJson.share(share)));
            json.put("seconds", seconds);
            json.put("left", left);
            json.put("worst", worst);
            return json;
        }

        /** The shares of pages on which something is right. */
        public Map<String, Share> shares() {
            Map<String, Share> shares = new LinkedHashMap<>();
            shares.put("titles", titles);
            shares.put("published", published);
            shares.put("modified", modified);
            shares.put("breadcrumbs", breadcrumbs);
            return shares;
        }
    }

    /**
     * Imports the site and compares.
     *
     * @throws EvaluationInputException when the folder is not of that form
     */
    public static Figures run(Path folder) {
        Map<String, Truth> truths = truths(folder.resolve("truth.jsonl"));
        Map<String, FoundPage> found = new HashMap<>();
        Map<String, Integer> left = new TreeMap<>();
        long start = System.nanoTime();
        try (SampleServer server = new SampleServer(folder.resolve("site"));
                GuardedFetch fetch = new GuardedFetch(new FetchRules(Set.of(), Set.of(server.hostAndPort()),
                        Duration.ZERO, Duration.ofSeconds(20), URI.create(server.base())))) {
            new SiteImport(fetch, new Extractor()).run(server.base() + "/sitemap.xml",
                    (address, page) -> found.put(URI.create(address).getPath(), page),
                    (address, reason) -> left.merge(reason, 1, Integer::sum));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EvaluationInputException("interrupted");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Row> rows = truths.values().stream().map(truth -> compared(truth, found.get(truth.path())))
                .toList();
        return figures(rows, found.size(), seconds, left);
    }

    private static Map<String, Truth> truths(Path file) {
        Map<String, Truth> truths = new LinkedHashMap<>();
        JsonLines.read(file, line -> {
            Truth truth = new Truth(JsonLines.text(line, "path"), JsonLines.text(line, "title"),
                    JsonLines.texts(line, "main"), JsonLines.texts(line, "noise"), date(line, "published"),
                    date(line, "modified"), JsonLines.texts(line, "breadcrumb"));
            truths.put(truth.path(), truth);
        });
        if (truths.isEmpty()) {
            throw new EvaluationInputException(file + ": no pages");
        }
        return truths;
    }

    private static @Nullable String date(JsonNode line, String field) {
        return line.path(field).isString() ? line.path(field).stringValue() : null;
    }

    private static Row compared(Truth truth, @Nullable FoundPage page) {
        KeptText text = new KeptText(page == null ? "" : plain(page.markdown()));
        Count main = text.take(truth.main());
        Count noise = text.take(truth.noise());
        return page == null
                ? new Row(truth, main, noise, false, false, false, false)
                : new Row(truth, main, noise, same(page.title(), truth.title()),
                        same(page.published(), truth.published()), same(page.modified(), truth.modified()),
                        way(page.breadcrumb(), page.title()).equals(way(truth.breadcrumb(), truth.title())));
    }

    /** Without what labels it; the last step may be the page itself or not. */
    private static List<String> way(List<String> steps, String title) {
        List<String> way = new ArrayList<>(steps.stream()
                .map(step -> step.replaceFirst("(?iu)^du är här\\s*:?", "").strip()).toList());
        if (!way.isEmpty() && same(way.getLast(), title)) {
            way.removeLast();
        }
        return way;
    }

    private static boolean same(String one, String other) {
        return one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
    }

    private static boolean same(@Nullable LocalDate found, @Nullable String truth) {
        return Objects.equals(found == null ? null : found.toString(), truth);
    }

    private static Figures figures(List<Row> rows, int imported, double seconds, Map<String, Integer> left) {
        Count main = rows.stream().map(Row::main).reduce(new Count(0, 0), Count::plus);
        Count noise = rows.stream().map(Row::noise).reduce(new Count(0, 0), Count::plus);
        List<Worst> worst = rows.stream()
                .map(row -> new Worst(row.truth().path(), row.main().marked() - row.main().kept(),
                        row.noise().kept()))
                .filter(page -> page.mainLost() + page.noiseKept() > 0)
                .sorted(Comparator.comparingLong((Worst page) -> -page.mainLost() - page.noiseKept()))
                .limit(WORST)
                .toList();
        return new Figures(rows.size(), imported, main.share(), noise.share(), main.marked(), noise.marked(),
                Share.of(rows, Row::title), Share.of(rows, Row::published), Share.of(rows, Row::modified),
                Share.of(rows, Row::breadcrumb), seconds, left, worst);
    }

    /** What a page's Markdown says, block by block. */
    private static String plain(String markdown) {
        StringBuilder text = new StringBuilder();
        Node root = MARKDOWN.parse(markdown);
        Node node = root;
        while (node != null) {
            if (node instanceof Text words) {
                text.append(words.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak || node instanceof Block
                    || node instanceof TableCell) {
                text.append(' ');
            }
            node = next(node, root);
        }
        return text.toString();
    }

    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != root && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null || at == root ? null : at.getNext();
    }
}
