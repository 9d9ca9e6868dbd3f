package se.lotsen.handover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody other than the municipality whose matter a question may be. One entry of {@code referrals.yaml}.
 *
 * @param matters everyday words and phrases for what this authority decides, as citizens type them
 * @param phone null where no single public number is known
 */
public record Referral(String id, String name, List<String> matters, @Nullable String phone, String url,
        @Nullable String note) {
}
