package se.lotsen.gaps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lotsen.gaps.GapRefusal.Reason;
import se.lotsen.knowledge.PageDocument;
import se.lotsen.knowledge.PageDocument.Fields;

/** Adds ways to ask for a page to its file. What the page has already, in whatever capitals and marks, is left out. */
final class Phrasings {
    /** More is no question; the chat takes a thousand. */
    private static final int LONGEST = 200;

    private Phrasings() {
    }

    /**
     * What came of it.
     *
     * @param text the whole file
     * @param added how many were new
     */
    record Added(String text, int added) {
    }

    /** @throws GapRefusal when there is nothing to add, or the file's front matter cannot be read */
    static Added add(String file, List<String> texts) {
        PageDocument page = PageDocument.parse(file);
        Fields fields = page.fields();
        if (fields.id() == null) {
            throw new GapRefusal(Reason.DRAFT);
        }
        List<String> all = new ArrayList<>(Objects.requireNonNullElse(fields.phrasings(), List.of()));
        Set<String> known = Stream
                .concat(all.stream(),
                        Objects.requireNonNullElse(fields.questions(), List.<String>of()).stream())
                .filter(Objects::nonNull).map(QuestionClusters::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> fresh = clean(texts).stream().filter(text -> known.add(QuestionClusters.key(text)))
                .toList();
        if (fresh.isEmpty()) {
            throw new GapRefusal(Reason.KNOWN, Objects.requireNonNullElse(fields.title(), fields.id()));
        }
        all.addAll(fresh);
        return new Added(page.with(with(fields, all)).text(), fresh.size());
    }

    /** @throws GapRefusal when nothing is left of them, or one is too long */
    private static List<String> clean(List<String> texts) {
        List<String> clean = texts.stream().map(text -> text.strip().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty()).toList();
        if (clean.isEmpty()) {
            throw new GapRefusal(Reason.TEXT);
        }
        if (clean.stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new GapRefusal(Reason.TOO_LONG, Integer.toString(LONGEST));
        }
        return clean;
    }

    private static Fields with(Fields old, List<String> phrasings) {
        return new Fields(old.id(), old.title(), old.url(), old.area(), old.owner(), old.audience(),
                old.reviewed(), old.reviewBy(), old.validFrom(), old.validTo(), old.eService(),
                old.nonDigitalRoute(), old.contact(), old.questions(), phrasings, old.language(),
                old.source(), old.published(), old.modified(), old.breadcrumb());
    }
}
