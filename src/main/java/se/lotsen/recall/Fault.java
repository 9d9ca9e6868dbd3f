package se.lotsen.recall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lotsen.conversation.ConversationEvent.Citation;
import se.lotsen.conversation.QuestionHistory.Cited;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Which passages of which versions of a page were wrong, seen from one version in which they were. Another version's passage is as
 * wrong where it says something that was taken out as wrong, or lacks all that was added to one from which something was missing. It
 * is decided from the texts alone, whatever the passages' addresses have become.
 */
final class Fault {
    private final PageVersions versions;
    private final Selection selection;
    private final List<PassageChange> wrong;
    /** Statements that were taken out and were right, each with its passage. */
    private final Set<Said> right;
    private final Set<String> withdrawn;
    private final Map<Integer, Set<String>> wrongAnchors = new HashMap<>();

    private record Said(String anchor, String text) {
    }

    private Fault(PageVersions versions, Selection selection, List<PassageChange> changes) {
        this.versions = versions;
        this.selection = selection;
        this.wrong = changes.stream().filter(change -> change.isIn(selection.marks())).toList();
        this.withdrawn = removed(changes, true).map(Said::text).collect(Collectors.toSet());
        this.right = removed(changes, false).collect(Collectors.toSet());
        String served = versions.version(selection.right()).orElseThrow().revision().digest();
        versions.all().stream().filter(version -> !version.revision().digest().equals(served))
                .forEach(version -> wrongAnchors.put(version.number(), wrongAnchors(version)));
    }

    private Stream<Said> removed(List<PassageChange> changes, boolean chosen) {
        return changes.stream().flatMap(change -> change.removed().stream()
                .filter(one -> selection.marks().contains(one.mark()) == chosen)
                .map(one -> new Said(change.anchor(), one.text())));
    }

    /** Empty when a revision that is named does not exist. */
    static Optional<Fault> of(PageVersions versions, Selection selection) {
        return versions.version(selection.wrong())
                .flatMap(old -> versions.version(selection.right())
                        .map(right -> new Fault(versions, selection, PageVersions.changes(old, right))));
    }

    /** What becomes of a sentence that was given. */
    enum Finding {
        /** It was taken from a wrong passage. */
        WRONG,
        /** It was not, or at another time than what is asked for. */
        RIGHT,
        /** It was taken from a version that the archive does not have, and says nothing that was taken out. */
        UNKNOWN
    }

    /** What is wrong, as the version that was looked at had it. */
    List<PassageChange> wrong() {
        return wrong;
    }

    /** The versions in which it was wrong, oldest first. */
    List<PageVersion> versions() {
        return versions.all().stream()
                .filter(version -> !wrongAnchors.getOrDefault(version.number(), Set.of()).isEmpty())
                .toList();
    }

    /** @param digest of the version that an old citation does not name; empty when nobody knows it */
    Finding find(Cited cited, Optional<String> digest) {
        if (!selection.contains(cited.at())) {
            return Finding.RIGHT;
        }
        Citation citation = cited.citation();
        String known = citation.revision() == null ? digest.orElse(null) : citation.revision();
        Optional<PageVersion> version = known == null
                ? versions.at(cited.at())
                : versions.ofDigest(known);
        if (version.isEmpty()) {
            return says(cited) ? Finding.WRONG : unknown(citation);
        }
        return wrongAnchors.getOrDefault(version.get().number(), Set.of()).contains(anchor(citation))
                ? Finding.WRONG
                : Finding.RIGHT;
    }

    /** Whether the sentence itself is one that was taken out. */
    boolean says(Cited cited) {
        return withdrawn.contains(cited.quoted());
    }

    private Finding unknown(Citation citation) {
        return wrong.stream().anyMatch(change -> change.anchor().equals(anchor(citation)))
                ? Finding.UNKNOWN
                : Finding.RIGHT;
    }

    private static String anchor(Citation citation) {
        return citation.url().substring(citation.url().indexOf('#') + 1);
    }

    private Set<String> wrongAnchors(PageVersion version) {
        return PageVersions.passages(version).stream().filter(this::isWrong).map(Passage::anchor)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isWrong(Passage passage) {
        Set<String> texts = passage.statements().stream().map(Statement::text).collect(Collectors.toSet());
        return texts.stream().anyMatch(text -> withdrawn.contains(text)
                && !right.contains(new Said(passage.anchor(), text)))
                || wrong.stream().anyMatch(change -> lacks(change, passage, texts));
    }

    /** The passage of the same name, with something of the old one's, and nothing of what was added. */
    private static boolean lacks(PassageChange change, Passage passage, Set<String> texts) {
        return change.isAddition() && change.anchor().equals(passage.anchor())
                && change.added().stream().noneMatch(texts::contains)
                && change.old().statements().stream().map(Statement::text).anyMatch(texts::contains);
    }
}
