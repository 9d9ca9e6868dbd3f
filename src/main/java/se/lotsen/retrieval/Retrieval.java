package se.lotsen.retrieval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one question found.
 *
 * @param passages best first; all passages of the first page that were found, and the best ones of the pages after it
 * @param pages each page once with its best score, best first, at most twenty
 * @param evidence the figures for the confidence
 * @param relevance which of the question's words any text speaks of, for choosing among sentences
 */
public record Retrieval(List<RankedPassage> passages, List<RankedPage> pages, Evidence evidence,
        Relevance relevance) {

    /** Nothing was found. */
    public static final Retrieval NOTHING = new Retrieval(List.of(), List.of(), Evidence.NONE,
            Relevance.NONE);

    /**
     * A page by its best passage.
     *
     * @param page the page's id
     * @param score its best passage's score
     * @param share the score over the question's upper bound, cut at 1: comparable between questions
     */
    public record RankedPage(String page, double score, double share) {
    }

    /** The same with what the vectors say. */
    Retrieval with(Meaning meaning) {
        return new Retrieval(passages, pages, evidence.with(meaning), relevance);
    }

    /** One passage of the page alone; all of them for null, and where the page has no such passage. */
    public Retrieval restrictedTo(@Nullable String anchor) {
        List<RankedPassage> one = passages.stream().filter(ranked -> ranked.passage().anchor().equals(anchor))
                .toList();
        return one.isEmpty() ? this : new Retrieval(one, pages, evidence, relevance);
    }

    /** This page's passages, and then what another retrieval of the same question found on other pages. */
    public Retrieval before(Retrieval other) {
        RankedPage first = pages.getFirst();
        return new Retrieval(
                Stream.concat(passages.stream(), other.passages.stream()
                        .filter(ranked -> !ranked.passage().page().equals(first.page()))).toList(),
                Stream.concat(Stream.of(first),
                        other.pages.stream().filter(page -> !page.page().equals(first.page()))).toList(),
                evidence, relevance);
    }

    /** The passages of one page in rank order. */
    public List<RankedPassage> passagesOf(String page) {
        List<RankedPassage> own = new ArrayList<>();
        for (RankedPassage passage : passages) {
            if (passage.passage().page().equals(page)) {
                own.add(passage);
            }
        }
        return own;
    }

    /** Digest by page id, for the record of an answer. */
    public Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        passages.forEach(passage -> digests.putIfAbsent(passage.passage().page(), passage.digest()));
        return digests;
    }
}
