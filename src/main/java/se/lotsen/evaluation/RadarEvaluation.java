package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.inspection.Detail;
import se.lotsen.inspection.Fault;
import se.lotsen.inspection.FaultKind;
import se.lotsen.inspection.LinkState;
import se.lotsen.inspection.Sweep;

/**
 * Faults planted in a folder of pages against those that the radar finds. A find counts when kind and pages are a planted
 * fault's, of a passed date also the sentence and of a dead link the address; whatever else is found is a false alarm, also
 * a second find on the same two pages. A false alarm belongs to no row, so every third, by its id, counts as held out.
 */
public final class RadarEvaluation {
    private static final int COLUMNS = 5;
    private static final int PARTS = 3;

    private RadarEvaluation() {
    }

    /**
     * What was found of what was planted.
     *
     * @param found of the planted faults
     * @param right of the finds
     */
    public record Counts(BinomialInterval found, BinomialInterval right) {
        Map<String, Object> json() {
            return new TreeMap<>(Map.of("recall", found.json(), "precision", right.json()));
        }
    }

    /**
     * The figures.
     *
     * @param parts by part and kind, with {@code all} for both
     * @param missed planted faults of the part {@code dev} that were not found
     * @param alarms false ones that count to {@code dev}
     */
    public record Figures(int pages, double seconds, Map<String, Map<String, Counts>> parts,
            List<String> missed, List<String> alarms) {
        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("pages", pages);
            json.put("seconds", seconds);
            parts.forEach((part, kinds) -> {
                Map<String, Object> rows = new LinkedHashMap<>();
                kinds.forEach((kind, counts) -> rows.put(kind, counts.json()));
                json.put(part, rows);
            });
            return json;
        }
    }

    private record Planted(String kind, Set<String> pages, String detail, String part, String id) {
        boolean is(Fault fault) {
            return kind.equals(RadarEvaluation.kind(fault.kind()))
                    && pages.equals(new HashSet<>(fault.pages()))
                    && switch (fault.detail()) {
                        case Detail.Passed passed -> plain(detail).contains(plain(fault.first().sentence()));
                        case Detail.Link link ->
                            detail.equals(link.address()) || detail.startsWith(link.address() + " ");
                        default -> true;
                    };
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    static String kind(FaultKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws EvaluationInputException for a folder that is not laid out so */
    public static Figures run(Path folder, LocalDate today) {
        Library library = Library.read(new KnowledgeFolder(folder));
        List<Planted> planted = rows(folder.resolve("faults.tsv")).stream().map(RadarEvaluation::planted)
                .toList();
        Map<String, Integer> asked = new HashMap<>();
        rows(folder.resolve("asked.tsv")).forEach(row -> asked.put(row[0], Integer.parseInt(row[1])));
        Map<String, LinkState> states;
        try (PlantedLinks links = new PlantedLinks(folder.resolve("links.tsv"))) {
            states = links.follow(Sweep.addresses(library));
        }
        long start = System.nanoTime();
        List<Fault> faults = new Sweep(asked, states, today).of(library);
        double seconds = (System.nanoTime() - start) / 1e9;
        return figures(library.pages().size(), seconds, planted, faults);
    }

    private static Figures figures(int pages, double seconds, List<Planted> planted, List<Fault> faults) {
        Set<Planted> found = new HashSet<>();
        Map<Fault, String> parts = new LinkedHashMap<>();
        List<Fault> wrong = new ArrayList<>();
        for (Fault fault : faults) {
            planted.stream().filter(row -> row.is(fault) && !found.contains(row)).findFirst()
                    .ifPresentOrElse(row -> {
                        found.add(row);
                        parts.put(fault, row.part());
                    }, () -> {
                        wrong.add(fault);
                        parts.put(fault,
                                Math.floorMod(fault.id().hashCode(), PARTS) == 0 ? "held-out" : "dev");
                    });
        }
        Set<String> kinds = new TreeSet<>(planted.stream().map(Planted::kind).toList());
        faults.forEach(fault -> kinds.add(kind(fault.kind())));
        Map<String, Map<String, Counts>> figures = new LinkedHashMap<>();
        for (String part : List.of("dev", "held-out")) {
            Map<String, Counts> rows = new LinkedHashMap<>();
            List<Planted> ours = planted.stream().filter(row -> row.part().equals(part)).toList();
            List<Fault> finds = faults.stream().filter(fault -> part.equals(parts.get(fault))).toList();
            for (String kind : kinds) {
                rows.put(kind, counts(ours.stream().filter(row -> row.kind().equals(kind)).toList(),
                        finds.stream().filter(fault -> kind(fault.kind()).equals(kind)).toList(), found,
                        wrong));
            }
            rows.put("all", counts(ours, finds, found, wrong));
            figures.put(part, rows);
        }
        return new Figures(pages, seconds, figures,
                planted.stream().filter(row -> row.part().equals("dev") && !found.contains(row))
                        .map(row -> row.id() + " " + row.kind() + " " + row.pages() + " " + row.detail())
                        .toList(),
                wrong.stream().filter(fault -> "dev".equals(parts.get(fault)))
                        .map(fault -> kind(fault.kind()) + " " + fault).toList());
    }

    private static Counts counts(List<Planted> planted, List<Fault> faults, Set<Planted> found,
            List<Fault> wrong) {
        return new Counts(
                BinomialInterval.of((int) planted.stream().filter(found::contains).count(), planted.size()),
                BinomialInterval.of((int) faults.stream().filter(fault -> !wrong.contains(fault)).count(),
                        faults.size()));
    }

    private static Planted planted(String[] row) {
        if (row.length < COLUMNS) {
            throw new EvaluationInputException(
                    "faults.tsv needs the columns id, kind, pages, detail and part");
        }
        return new Planted(row[1], new HashSet<>(Arrays.asList(row[2].split("\\|"))), row[3], row[4], row[0]);
    }

    static List<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream().skip(1)
                    .filter(line -> !line.isBlank()).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw EvaluationInputException.unreadable(file, e);
        }
    }
}
