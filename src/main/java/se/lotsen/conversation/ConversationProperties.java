package se.lotsen.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long conversations are kept.
 *
 * @param retention after how long without a new event or rating a conversation is disposed of, unless its class of records
 *            has a period of its own; at least a day
 */
@ConfigurationProperties("lotsen.conversation")
public record ConversationProperties(@DefaultValue("90d") Duration retention) {
    public ConversationProperties {
        if (retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("lotsen.conversation.retention must be at least a day");
        }
    }
}
