package se.lotsen.receipts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.Thresholds;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.languagemodel.ModelUse;

/**
 * What one answer rested on; stored as a JSON document whose SHA-256 stands beside it. It holds hashes, ids and figures, and
 * nothing of the question. All hashes are SHA-256 in hexadecimal digits.
 *
 * @param form {@value #FORM}
 * @param answer the conversation's n-th, from 1
 * @param at when the question was stored
 * @param confidence 0..1
 * @param rule the screening rule that ended it; null for none
 * @param context STANDALONE, PINNED, FOLLOW_UP and so on; null where nothing was searched
 * @param voice who put it into words; empty when nothing was said from pages
 * @param models which models were asked with which version of which prompt, and how each call ended
 * @param thresholds what the confidence was held against
 * @param calibration which calibration they come from, and its day
 * @param software the service's version
 * @param settings over the settings that an answer depends on, see {@link AnswerSettings}
 * @param knowledge over every file that was answered from, see {@link KnowledgeState}; the search index is made of nothing else
 * @param pages the versions of the pages that were read, by page
 * @param sentences what was said, in order
 * @param events over all events of the answer, the end with this receipt's id among them
 * @param explanation over the stored explanation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Receipt(String form, String id, UUID conversation, int answer, Instant at, AnswerKind kind,
        AnswerOutcome outcome,
        String language, double confidence, @Nullable String rule, @Nullable String context, String voice,
        List<ModelUse.Call> models, Thresholds thresholds, String calibration, String software,
        String settings,
        String knowledge, Map<String, String> pages, List<Sentence> sentences, String events,
        String explanation) {
    /** The only form so far. */
    static final String FORM = "lotsen-receipt-1";

    /**
     * A sentence.
     *
     * @param text over its text
     * @param original over the sentence that was translated; null where none was
     * @param cited the passages that hold it; none for a fixed reply
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sentence(String text, @Nullable String original, List<Cited> cited) {
    }

    /** A passage of a version of a page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cited(String page, String url, @Nullable String revision) {
    }
}
