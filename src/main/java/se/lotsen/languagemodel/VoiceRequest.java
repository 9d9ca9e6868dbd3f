package se.lotsen.languagemodel;

import java.util.List;
import java.util.function.ToDoubleFunction;
import se.lotsen.knowledge.Passage;
import se.lotsen.privacy.MaskedText;

/**
 * What a voice is asked to say.
 *
 * @param question the citizen's words without personal data
 * @param passages what may be said, best first; never empty
 * @param relevance the share of the question, 0..1, that a text speaks of
 */
public record VoiceRequest(MaskedText question, List<RankedText> passages,
        ToDoubleFunction<String> relevance) {

    /**
     * A passage with its standing.
     *
     * @param passage the passage
     * @param weight its score over the best passage's, 0..1
     */
    public record RankedText(Passage passage, double weight) {
    }
}
