package se.lotsen.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lotsen.languagemodel.SpokenSentence;

/**
 * An answer's sentences for somebody who asks in another language.
 *
 * @param lines in order
 */
record Translated(List<Line> lines) {

    /**
     * One sentence.
     *
     * @param swedish what it says, as it was checked
     * @param text its translation; null where the Swedish sentence is shown itself
     */
    record Line(SpokenSentence swedish, @Nullable String text) {
    }

    static Translated inSwedish(List<SpokenSentence> sentences) {
        return new Translated(sentences.stream().map(sentence -> new Line(sentence, null)).toList());
    }

    /** Whether any of it is a translation. */
    boolean isTranslated() {
        return lines.stream().anyMatch(line -> line.text() != null);
    }
}
