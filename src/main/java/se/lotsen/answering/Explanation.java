package se.lotsen.answering;

import java.util.List;
import java.util.Map;
import se.lotsen.confidence.Thresholds;
import se.lotsen.confidence.Verdict;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Retrieval;

/**
 * Why an answer is what it is: enough to explain it to staff and to see later which version of which page it came from.
 *
 * @param evidence the confidence's features
 * @param thresholds what they were held against
 * @param reason the verdict's name
 * @param confidence the probability, 0..1, that the first page is right
 * @param voice who put the answer into words; empty when nothing was said from pages
 * @param pages the pages found with their scores, near misses included
 * @param passages the passages that were read, best first
 * @param digests the page versions, SHA-256 by page id
 */
public record Explanation(Evidence evidence, Thresholds thresholds, String reason, double confidence,
        String voice, List<Retrieval.RankedPage> pages, List<RankedPassageScore> passages,
        Map<String, String> digests) {

    /** A passage by its id, with the parts of its score. */
    public record RankedPassageScore(String passage, double score, RankedPassage.Parts parts) {
    }

    static Explanation of(Retrieval retrieval, Verdict verdict, Thresholds thresholds,
            String voice) {
        return new Explanation(retrieval.evidence(), thresholds, verdict.getClass().getSimpleName(),
                verdict.confidence(), voice, retrieval.pages(),
                retrieval.passages().stream()
                        .map(ranked -> new RankedPassageScore(ranked.passage().id(), ranked.score(),
                                ranked.parts()))
                        .toList(),
                retrieval.digests());
    }

    /** For a question that never reached the index. */
    static Explanation ofFault(String fault, Thresholds thresholds) {
        return new Explanation(Evidence.NONE, thresholds, fault, 0, "", List.of(), List.of(), Map.of());
    }
}
