package se.lotsen.chat;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.server.reactive.ServerHttpRequest;
import se.lotsen.chat.ChatProblem.Type;

/**
 * Slows down whoever writes too much: one limiter for each conversation and one for each address. The least recently used
 * are forgotten, so that a flood of new addresses cannot fill the memory.
 */
public final class RateLimits {
    private static final int REMEMBERED = 20_000;

    private final Map<String, RateLimiter> conversations = leastRecentlyUsed();
    private final Map<String, RateLimiter> addresses = leastRecentlyUsed();
    private final Map<String, RateLimiter> typing = leastRecentlyUsed();
    private final RateLimiterConfig conversation;
    private final RateLimiterConfig address;

    RateLimits(ChatProperties properties) {
        this.conversation = perMinute(properties.writesPerMinute());
        this.address = perMinute(properties.writesPerMinutePerAddress());
    }

    /** Counts one write; refuses it with {@link Type#TOO_MANY_REQUESTS}. */
    void countConversation(String id) {
        count(conversations, id, conversation);
    }

    /** Counts one write from the caller's address; refuses it with {@link Type#TOO_MANY_REQUESTS}. */
    public void countAddress(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        count(addresses, remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress(), address);
    }

    /** Counts one sign that somebody writes, beside what is written; refuses it with {@link Type#TOO_MANY_REQUESTS}. */
    void countTyping(String id) {
        count(typing, id, conversation);
    }

    private static void count(Map<String, RateLimiter> limiters, String key, RateLimiterConfig config) {
        RateLimiter limiter;
        synchronized (limiters) {
            limiter = limiters.computeIfAbsent(key, name -> RateLimiter.of("chat", config));
        }
        if (!limiter.acquirePermission()) {
            throw new ChatProblem(Type.TOO_MANY_REQUESTS);
        }
    }

    private static RateLimiterConfig perMinute(int permits) {
        return RateLimiterConfig.custom()
                .limitForPeriod(permits)
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    private static Map<String, RateLimiter> leastRecentlyUsed() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, RateLimiter> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
