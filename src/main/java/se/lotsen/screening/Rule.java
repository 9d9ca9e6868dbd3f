package se.lotsen.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a policy file, ready for use.
 *
 * @param whole whether the question must consist of the rule's patterns alone
 * @param pages whether it is held against questions, against the pages' own statements, or against both
 * @param reply by language; Swedish is there unless there is a referral
 * @param again by language, for the second time in a conversation; empty for the same as the first
 * @param referral an id of referrals.yaml
 */
record Rule(String id, ScreeningAction action, TopicPolicy policy, boolean quickExit, boolean whole,
        HeldAgainst pages,
        Map<PolicyLanguage, List<String>> reply, Map<PolicyLanguage, List<String>> again,
        @Nullable String referral, List<Match> match,
        List<Match> unless) {

    /**
     * A pattern of the rule: all its phrases must have been seen.
     *
     * @param phrases symbols of the grammar
     */
    record Match(PolicyLanguage language, List<Integer> phrases) {
        boolean isIn(Sightings sightings) {
            return phrases.stream().allMatch(sightings::has);
        }
    }
}
