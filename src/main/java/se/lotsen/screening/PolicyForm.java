package se.lotsen.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy file as written: any field may be missing.
 *
 * @param concepts phrases by concept and language
 * @param keepApart words by language that are never taken for a slip of another word
 * @param harmless phrases by language whose words no emergency rule sees
 * @param referralReply by language, the sentences that a rule with a referral says
 */
record PolicyForm(@Nullable Map<String, @Nullable Map<String, @Nullable List<@Nullable String>>> concepts,
        @Nullable Map<String, @Nullable List<@Nullable String>> keepApart,
        @Nullable Map<String, @Nullable List<@Nullable String>> harmless,
        @Nullable Map<String, @Nullable List<@Nullable String>> referralReply,
        @Nullable List<@Nullable RuleForm> rules) {

    /** A rule as written. */
    record RuleForm(@Nullable String id, @Nullable String action, @Nullable String policy,
            @Nullable Boolean quickExit,
            @Nullable Boolean whole, @Nullable String pages,
            @Nullable Map<String, @Nullable List<@Nullable String>> reply,
            @Nullable Map<String, @Nullable List<@Nullable String>> again,
            @Nullable String referral, @Nullable Map<String, @Nullable List<@Nullable String>> match,
            @Nullable Map<String, @Nullable List<@Nullable String>> unless) {
    }
}
