package se.lotsen.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Draft;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.PageDocument;

/** Which page is about which address, and which names are free; read once for a run, which keeps it up to date. */
final class PageNames {
    private final Map<String, String> fileOfUrl = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    PageNames(Library library, List<Draft> drafts) {
        library.pages().values().forEach(page -> {
            fileOfUrl.put(page.metadata().url(), page.file());
            ids.add(page.id());
        });
        for (Draft draft : drafts) {
            PageDocument.Fields fields = PageDocument.parse(draft.text()).fields();
            if (fields.url() != null) {
                fileOfUrl.putIfAbsent(fields.url(), draft.file());
            }
            ids.add(id(draft.file()));
            if (fields.id() != null) {
                ids.add(fields.id());
            }
        }
    }

    /** A file that the run has named before it was interrupted. */
    void reserve(String file) {
        if (!file.isEmpty()) {
            ids.add(id(file));
        }
    }

    /**
     * The file of the page at this address; the one that it was before, for a page that is gone; otherwise a name that is free,
     * taken from now on.
     *
     * @param before null for a page that is new to its source
     */
    String fileOf(ImportSource source, String url, String title, @Nullable String before) {
        // The rows of a table may all say that they can be read at the same address.
        String known = source.kind() == SourceKind.FILE ? null : fileOfUrl.get(url);
        if (known != null) {
            return known;
        }
        return before != null ? before : free(source.settings().area(), url, title);
    }

    private String free(String area, String url, String title) {
        String slug = FileNames.slug(title);
        String id = slug;
        for (int number = 2; ids.contains(id); number++) {
            id = slug + "-" + number;
        }
        String file = "pages/" + area + "/" + id + ".md";
        ids.add(id);
        fileOfUrl.putIfAbsent(url, file);
        return file;
    }

    private static String id(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
    }
}
