package se.lotsen.evaluation;

import java.util.List;

/**
 * A conversation with what is expected at each turn.
 *
 * @param id unique in its file
 * @param lang language code of the questions
 * @param turns in order, at least one; each turn's row carries the dialogue's id
 */
public record Dialogue(String id, String lang, List<QuestionRow> turns) {

    /** What a turn asks, seen from the turn before it. */
    public enum TurnKind {
        /** The dialogue's first. */
        FIRST("first"),
        /** A right page is also one of the turn before: it goes on about the same. */
        FOLLOW_UP("followUp"),
        /** There are right pages, none of them one of the turn before. */
        TOPIC_CHANGE("topicChange"),
        /** No page is right, as for thanks, or for a person asked for. */
        OTHER("other");

        private final String wireName;

        TurnKind(String wireName) {
            this.wireName = wireName;
        }

        /** As it stands in JSON. */
        public String wireName() {
            return wireName;
        }
    }

    /** @param turn from 0 */
    TurnKind turnKind(int turn) {
        if (turn == 0) {
            return TurnKind.FIRST;
        }
        if (turns.get(turn).pages().isEmpty()) {
            return TurnKind.OTHER;
        }
        return turns.get(turn).pages().stream().anyMatch(turns.get(turn - 1).pages()::contains)
                ? TurnKind.FOLLOW_UP
                : TurnKind.TOPIC_CHANGE;
    }
}
