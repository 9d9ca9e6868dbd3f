package se.lotsen.answering;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.Thresholds;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.retrieval.Evidence;
import se.lotsen.retrieval.RankedPassage;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.screening.Screened;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why an answer is what it is: enough to explain it to staff and to see later which version of which page it came from.
 * It holds nothing of what the citizen wrote; of an emergency it holds the rule's id alone.
 *
 * @param outcome how the question ended
 * @param language the language that the question was taken to be in
 * @param rule the screening rule that ended it; null when none did
 * @param context what the question leaned on; null when nothing was searched
 * @param evidence the confidence's features
 * @param thresholds what they were held against
 * @param confidence the probability, 0..1, that the first page is right
 * @param voice who put the answer into words; empty when nothing was said from pages
 * @param models which models were asked with which version of which prompt, and how each call ended; empty for none
 * @param pages the pages found with their scores, near misses included
 * @param passages the passages that were read, best first
 * @param digests the page versions, SHA-256 by page id
 * @param checks what the checks removed from the text, and what they added
 * @param withheld the answer that a person looks at first; null where nothing was held back
 */
public record Explanation(AnswerOutcome outcome, String language, @Nullable AppliedRule rule,
        @Nullable Context context, Evidence evidence, Thresholds thresholds, double confidence, String voice,
        List<ModelUse.Call> models, List<Retrieval.RankedPage> pages, List<RankedPassageScore> passages,
        Map<String, String> digests,
        Checks checks, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Withheld withheld) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A screening rule by its id, with what it does and how far the topic may be answered at all. */
    public record AppliedRule(String id, String action, String policy) {
        static AppliedRule of(Screened screened) {
            return new AppliedRule(screened.rule(), screened.action().name(), screened.policy().name());
        }
    }

    /**
     * What the question leaned on.
     *
     * @param kind STANDALONE, PINNED, CHOICE, FOLLOW_UP, REFINED or REWRITTEN
     * @param page the page that the conversation was about; null for none
     * @param share how much of the question's own words that page speaks of, 0..1
     */
    public record Context(String kind, @Nullable String page, double share) {
    }

    /** A passage by its id, with the parts of its score. */
    public record RankedPassageScore(String passage, double score, RankedPassage.Parts parts) {
    }

    /** The page versions of one that was stored, SHA-256 by page id; empty where it has none that can be read. */
    public static Map<String, String> digestsOf(AnswerExplanation stored) {
        Map<String, String> digests = new TreeMap<>();
        try {
            JsonNode object = JSON.readTree(stored.document()).path("digests");
            object.propertyNames().forEach(page -> digests.put(page, object.path(page).asString("")));
        } catch (JacksonException e) {
            return Map.of();
        }
        return digests;
    }

    /** For a question that never reached the index. */
    static Explanation of(Question question, AnswerOutcome outcome, Thresholds thresholds) {
        return new Explanation(outcome, question.language(), null, null, Evidence.NONE, thresholds, 0, "",
                List.of(), List.of(),
                List.of(), Map.of(), Checks.NONE, null);
    }

    Explanation by(Screened screened) {
        return new Explanation(outcome, language, AppliedRule.of(screened), context, evidence, thresholds,
                confidence,
                voice, models, pages, passages, digests, checks, withheld);
    }

    Explanation from(Reading reading, double probability) {
        Retrieval found = reading.retrieval();
        return new Explanation(outcome, language, rule,
                new Context(reading.kind().name(), reading.page(), reading.share()), found.evidence(),
                thresholds,
                probability, voice, models, found.pages(),
                found.passages().stream()
                        .map(ranked -> new RankedPassageScore(ranked.passage().id(), ranked.score(),
                                ranked.parts()))
                        .toList(),
                found.digests(), checks, withheld);
    }

    Explanation spoken(String voiceName, List<ModelUse.Call> asked, Checks made) {
        return new Explanation(outcome, language, rule, context, evidence, thresholds, confidence, voiceName,
                asked, pages, passages, digests, made, withheld);
    }

    Explanation withholding(Withheld answer) {
        return new Explanation(outcome, language, rule, context, evidence, thresholds, confidence, voice,
                models,
                pages, passages, digests, checks, answer);
    }
}
