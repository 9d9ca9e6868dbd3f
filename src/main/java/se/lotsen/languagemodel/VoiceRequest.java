package se.lotsen.languagemodel;

import java.util.List;
import se.lotsen.knowledge.Passage;
import se.lotsen.privacy.MaskedText;

/**
 * What a voice is asked to say.
 *
 * @param question the citizen's words without personal data
 * @param passages what may be said, best first; never empty
 * @param words the question's words, for telling which texts speak of them
 */
public record VoiceRequest(MaskedText question, List<RankedText> passages,
        AskedWords words) {

    /**
     * A passage with its standing.
     *
     * @param passage the passage
     * @param weight its score over the best passage's, 0..1
     */
    public record RankedText(Passage passage, double weight) {
    }
}
