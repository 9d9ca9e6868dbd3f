package se.lotsen.screening;

import java.util.List;

/**
 * A rule that a question has met, and what to say. Holds nothing of what was asked.
 *
 * @param rule the rule's id, such as {@code crisis.partner-violence}
 * @param language of the pattern that matched: sv, en, fi, ar or so; the asker's own where several did
 * @param reply whole sentences in that language (Swedish where the rule has none), followed by the same in the
 *            asker's language where that is another one
 * @param again what is said instead when the rule was met before in the conversation; empty for a rule without
 * @param quickExit whether the page should offer a way to leave at once without a trace
 */
public record Screened(String rule, ScreeningAction action, TopicPolicy policy, String language,
        List<String> reply, List<String> again,
        boolean quickExit) {
}
