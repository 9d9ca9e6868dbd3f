package se.lotsen.editor;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.util.MultiValueMap;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.Draft;
import se.lotsen.knowledge.Finding;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;

/** Begins a page: names its file after its title, and fills in what pages of its area have in common. */
final class NewPages {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final int LONGEST_NAME = 60;
    private final KnowledgeWatch watch;
    private final Archive archive;
    private final ArchiveProperties properties;
    private final MessageSource messages;
    private final Clock clock;

    NewPages(KnowledgeWatch watch, Archive archive, ArchiveProperties properties, MessageSource messages,
            Clock clock) {
        this.watch = watch;
        this.archive = archive;
        this.properties = properties;
        this.messages = messages;
        this.clock = clock;
    }

    /** A page's file and its first text. */
    record Begun(String file, String text) {
    }

    /** The areas that pages have. */
    List<String> areas() {
        SortedSet<String> areas = new TreeSet<>();
        watch.library().pages().values().forEach(page -> areas.add(page.metadata().area()));
        return List.copyOf(areas);
    }

    /** Empty without a title, or with one that has no letter. */
    Optional<Begun> begin(MultiValueMap<String, String> form) {
        String title = Optional.ofNullable(form.getFirst("rubrik")).orElse("").strip();
        String area = slug(Optional.ofNullable(form.getFirst("omrade")).orElse(""));
        String question = Optional.ofNullable(form.getFirst("fraga")).orElse("").strip();
        String name = slug(title);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String folder = area.isEmpty() ? "allmant" : area;
        String id = unused(name);
        return Optional.of(
                new Begun("pages/" + folder + "/" + id + ".md", page(id, title, folder, question).text()));
    }

    private PageDocument page(String id, String title, String area, String question) {
        Optional<Page> neighbour = watch.library().pages().values().stream()
                .filter(page -> page.metadata().area().equals(area)).findFirst();
        LocalDate today = LocalDate.ofInstant(clock.instant(), properties.zone());
        Fields fields = new Fields(id, title,
                neighbour.map(page -> sibling(page.metadata().url(), id)).orElse(null), area,
                neighbour.map(page -> page.metadata().owner()).orElse(null), List.of("residents"),
                today.toString(),
                today.plusYears(1).toString(), null, null, null,
                neighbour.map(page -> page.metadata().nonDigitalRoute()).orElse(null),
                neighbour.map(page -> page.metadata().contact()).orElse(null),
                List.of(question.isEmpty() ? title : question),
                null, null, null, null, null, null);
        return PageDocument.of(fields, messages.getMessage("editor.new.body", null, SWEDISH).strip() + "\n");
    }

    private static String sibling(String url, String id) {
        return url.substring(0, url.lastIndexOf('/') + 1) + id;
    }

    private String unused(String name) {
        String id = name;
        for (int more = 2; isUsed(id); more++) {
            id = name + "-" + more;
        }
        return id;
    }

    private boolean isUsed(String id) {
        return watch.library().page(id).isPresent()
                || Stream.concat(archive.drafts().stream().map(Draft::file),
                        // What cannot be read is somebody's page, too.
                        watch.library().findings().stream().map(Finding::file))
                        .anyMatch(file -> file.endsWith("/" + id + ".md"));
    }

    static String slug(String text) {
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return folded.length() > LONGEST_NAME
                ? folded.substring(0, LONGEST_NAME).replaceAll("-$", "")
                : folded;
    }
}
