package se.lotsen.recall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.lotsen.archive.Revision;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.recall.PassageChange.Removed;

/**
 * All that was ever served of a page.
 *
 * @param id the page's
 * @param all oldest first; never empty
 */
record PageVersions(String id, List<PageVersion> all) {
    PageVersions {
        all = List.copyOf(all);
    }

    /** @param history the latest first, as the archive gives it; not empty */
    static PageVersions of(String id, List<Revision> history) {
        List<PageVersion> versions = new ArrayList<>();
        Instant until = null;
        for (Revision revision : history) {
            versions.addFirst(new PageVersion(revision, page(id, revision), until));
            until = revision.at();
        }
        return new PageVersions(id, versions);
    }

    /** What is wrong with a version that was served was reported when it was. */
    private static Optional<Page> page(String id, Revision revision) {
        return revision.removed()
                ? Optional.empty()
                : Page.read(revision.file(), revision.text(), finding -> {
                }).filter(page -> page.id().equals(id));
    }

    Optional<PageVersion> version(int number) {
        return all.stream().filter(version -> version.number() == number).findFirst();
    }

    PageVersion latest() {
        return all.getLast();
    }

    /** Whose digest begins so; of equal texts the last. */
    Optional<PageVersion> ofDigest(String prefix) {
        return all.reversed().stream().filter(version -> version.revision().digest().startsWith(prefix))
                .findFirst();
    }

    /** What was served at a moment; empty before the archive began. */
    Optional<PageVersion> at(Instant moment) {
        return all.reversed().stream().filter(version -> !version.from().isAfter(moment)).findFirst();
    }

    /** What one version says otherwise than another, in the order of the first one's passages. */
    static List<PassageChange> changes(PageVersion old, PageVersion right) {
        List<Passage> before = passages(old);
        List<Passage> after = passages(right);
        Set<String> said = texts(before);
        Set<String> says = texts(after);
        return before.stream().map(passage -> new PassageChange(passage, removed(passage, says),
                after.stream().filter(other -> other.anchor().equals(passage.anchor()))
                        .flatMap(other -> missing(other, said).stream()).toList()))
                .filter(PassageChange::isChange).toList();
    }

    static List<Passage> passages(PageVersion version) {
        return version.page().map(Page::passages).orElse(List.of());
    }

    private static List<Removed> removed(Passage passage, Set<String> says) {
        List<Statement> statements = passage.statements();
        return IntStream.range(0, statements.size()).filter(n -> !says.contains(statements.get(n).text()))
                .mapToObj(n -> new Removed(passage.anchor() + ":" + n, statements.get(n).text())).toList();
    }

    private static List<String> missing(Passage passage, Set<String> elsewhere) {
        return passage.statements().stream().map(Statement::text).filter(text -> !elsewhere.contains(text))
                .toList();
    }

    private static Set<String> texts(List<Passage> passages) {
        return passages.stream().flatMap(passage -> passage.statements().stream()).map(Statement::text)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
