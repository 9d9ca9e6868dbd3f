package se.lotsen.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All pages as they were at one moment, and everything that had to be left out of them. Immutable; whoever holds one sees
 * no half of a change.
 *
 * @param pages by id, in the files' order
 * @param findings what was left out and why
 */
public record Library(Map<String, Page> pages, List<Finding> findings) {

    /** Before anything was read. */
    static final Library EMPTY = new Library(Map.of(), List.of());

    /** Reads the folder whole. Of two pages with the same id the one in the earlier file is kept. */
    public static Library read(KnowledgeFolder folder) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Page> pages = new LinkedHashMap<>();
        Map<String, String> fileOf = new LinkedHashMap<>();
        for (String file : folder.pageFiles(findings::add)) {
            Optional<String> text = folder.read(file, findings::add);
            Optional<Page> read = text.flatMap(whole -> PageReader.read(file, whole, findings::add));
            if (read.isEmpty()) {
                continue;
            }
            Page page = read.get();
            String first = fileOf.putIfAbsent(page.id(), file);
            if (first == null) {
                pages.put(page.id(), page);
            } else {
                findings.add(
                        Finding.of(file, lineOfId(text.get()), Finding.Code.DUPLICATE_ID, page.id(), first));
            }
        }
        if (pages.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of("pages", 0, Finding.Code.NO_PAGES, folder.resolve("pages").toString()));
        }
        return new Library(java.util.Collections.unmodifiableMap(pages), List.copyOf(findings));
    }

    private static int lineOfId(String text) {
        return 1 + (int) text.lines().takeWhile(line -> !line.matches("id\\s*:.*")).count();
    }

    /** The page with this id, if it is served. */
    public Optional<Page> page(String id) {
        return Optional.ofNullable(pages.get(id));
    }
}
