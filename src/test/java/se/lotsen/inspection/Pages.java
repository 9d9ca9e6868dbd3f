package se.lotsen.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import java.nio.file.Path;
import se.lotsen.testing.PageFile;

/** A few pages of a test's own among others that are about other things, as words tell something only among pages. */
final class Pages {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final List<String> OTHERS = List.of("Simhallen", "Skolskjuts", "Snöröjning", "Vigsel",
            "Hemtjänst", "Sophämtning", "Lekplatser", "Torghandel", "Borgerlig begravning",
            "Serveringstillstånd",
            "Dagvatten", "Energirådgivning", "Fiskekort", "Grillplatser", "Hundrastgård", "Idrottshallar");
    private final Path empty;
    private final Map<String, Optional<String>> files = new LinkedHashMap<>();

    /** @param empty an existing folder */
    Pages(Path empty) {
        this.empty = empty;
        for (int at = 0; at < OTHERS.size(); at++) {
            page("annan-" + at, OTHERS.get(at),
                    "Här står om " + OTHERS.get(at).toLowerCase(java.util.Locale.ROOT)
                            + ". Det kostar " + (1000 + 7 * at) + " kronor.\n");
        }
    }

    Pages page(String id, String title, String body) {
        return page(id, PageFile.aPage(id).with("title", "\"" + title + "\"").body(body));
    }

    Pages page(String id, PageFile page) {
        files.put("pages/bygga-och-bo/" + id + ".md", Optional.of(page.text()));
        return this;
    }

    Library library() {
        empty.resolve("pages").toFile().mkdirs();
        Library library = Library.read(new KnowledgeFolder(empty).with(files));
        assertThat(library.findings()).isEmpty();
        return library;
    }

    List<Fault> faults(FaultKind kind) {
        return faults(kind, Map.of(), Map.of());
    }

    List<Fault> faults(FaultKind kind, Map<String, Integer> meetings, Map<String, LinkState> links) {
        return new Sweep(meetings, links, TODAY).of(library()).stream().filter(fault -> fault.kind() == kind)
                .toList();
    }
}
