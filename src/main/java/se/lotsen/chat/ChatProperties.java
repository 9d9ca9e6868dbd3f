package se.lotsen.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the citizen's front door; that of a question is {@link se.lotsen.asking.AskingProperties}'.
 *
 * @param maxMessageLength of a message to a person, in characters
 * @param writesPerMinute requests that write, in one conversation
 * @param writesPerMinutePerAddress requests that write, from one address; high, as a school or an office shares one
 * @param quickExit where somebody is taken who leaves at once: a page that says nothing about why
 * @param leaveGrace after so long without a listener a citizen has left; no model is waited for any more
 * @param idleAfter a page that nobody touches for so long ends its conversation, after a warning of a minute; zero for never,
 *     else at least two minutes
 * @param deletion whether a citizen may delete a conversation
 * @param keepAlive how often a waiting stream sends a comment, so that proxies keep it open
 */
@ConfigurationProperties("lotsen.chat")
public record ChatProperties(@DefaultValue("4000") int maxMessageLength,
        @DefaultValue("30") int writesPerMinute,
        @DefaultValue("600") int writesPerMinutePerAddress, @DefaultValue("15s") Duration keepAlive,
        @DefaultValue("10s") Duration leaveGrace,
        @DefaultValue("https://www.smhi.se/") String quickExit,
        @DefaultValue("30m") Duration idleAfter, @DefaultValue("now") Deletion deletion) {
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(2);

    public ChatProperties {
        if (!idleAfter.isZero() && idleAfter.compareTo(SHORTEST_IDLE) < 0) {
            throw new IllegalArgumentException("lotsen.chat.idle-after must be zero or at least 2m");
        }
    }
}
