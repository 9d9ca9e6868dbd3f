package se.lotsen.records;

import java.time.Instant;
import java.util.List;

/**
 * One thing that was said, in sentences; together they are the stored text, character by character.
 *
 * @param number from 1 within the conversation; what an officer's marks point to
 * @param who the name of the person; empty where it is nobody's
 */
record ReleasePart(int number, Kind kind, Instant at, String who, List<String> sentences) {

    /** Who or what speaks; the text is {@code records.part.} and the name. */
    enum Kind {
        /** The citizen asks the assistant. */
        QUESTION,
        /** What the assistant said to it. */
        ANSWER,
        /** The way to a person that was offered. */
        OFFER,
        /** The citizen writes to a person. */
        CITIZEN,
        /** An agent writes to the citizen. */
        AGENT,
        /** Who has the conversation has changed. */
        STATE,
        /** One line of the service. */
        NOTICE,
        /** What staff wrote for each other. */
        NOTE
    }

    ReleasePart {
        sentences = List.copyOf(sentences);
    }

    /** The whole text. */
    public String text() {
        return String.join("", sentences);
    }

    /** Whether a sentence holds the place of something that was masked when it came. */
    public boolean holdsPlaceholder(int sentence, List<String> placeholders) {
        return placeholders.stream().anyMatch(sentences.get(sentence)::contains);
    }
}
