package se.lotsen.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.SecretQueues;

/**
 * Who is at the desk of this process now. A desk says so every few seconds; an agent of whom nothing was heard for
 * {@link #SILENCE} has vanished, and whoever asks for the vanished gets each of them once. Nothing of it is stored: after a
 * restart everybody comes back with the next sign of life. Safe for concurrent use.
 */
public class Presence {
    /** Longer than three signs of life apart, and short enough that a citizen is back in the queue within a minute. */
    public static final Duration SILENCE = Duration.ofSeconds(45);

    private final SecretQueues secret;
    private final Clock clock;
    private final Map<String, Seen> desks = new ConcurrentHashMap<>();

    /**
     * An agent as the desk knows him.
     *
     * @param account the account's id
     * @param queues those he takes; empty for all
     * @param languages those he answers in; empty for all
     * @param capacity cases at the same time, at least 1
     * @param listed the queues that his account names; only these may be secret
     */
    public record DeskAgent(String account, String name, Set<String> queues, Set<String> languages,
            int capacity, Set<String> listed) {

        /** Whose account names the queues that he takes. */
        public DeskAgent(String account, String name, Set<String> queues, Set<String> languages,
                int capacity) {
            this(account, name, queues, languages, capacity, queues);
        }

        /** Whether he takes cases of this queue in this language. */
        public boolean takes(String queue, String language) {
            return (queues.isEmpty() || queues.contains(queue))
                    && (languages.isEmpty() || languages.contains(language));
        }
    }

    private record Seen(DeskAgent agent, Instant at, @Nullable String pause) {
    }

    public Presence(SecretQueues secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** A sign of life; a pause goes on. */
    public void seen(DeskAgent agent) {
        desks.compute(agent.account(),
                (account, before) -> new Seen(agent, clock.instant(),
                        before == null ? null : before.pause()));
    }

    /** Takes no new cases until {@link #resume}; those that he has stay his. Nothing for somebody who is not there. */
    public void pause(String account, String code) {
        desks.computeIfPresent(account, (id, before) -> new Seen(before.agent(), before.at(), code));
    }

    /** Takes cases again. */
    public void resume(String account) {
        desks.computeIfPresent(account, (id, before) -> new Seen(before.agent(), before.at(), null));
    }

    /** Has left the desk by himself. */
    public void left(String account) {
        desks.remove(account);
    }

    /** The code of the agent's pause; empty when he takes cases or is not there. */
    public Optional<String> pauseOf(String account) {
        return Optional.ofNullable(desks.get(account)).map(Seen::pause);
    }

    /** Everybody who is there, paused or not. */
    public List<DeskAgent> there() {
        return desks.values().stream().filter(this::isThere).map(Seen::agent).toList();
    }

    /** Everybody who is there and takes the queue, paused or not, in whatever language. */
    public List<DeskAgent> at(String queue) {
        return there().stream().filter(agent -> secret.isSecret(queue)
                ? agent.listed().contains(queue)
                : agent.queues().isEmpty() || agent.queues().contains(queue)).toList();
    }

    /** Those who are there, take cases now, and take this one's queue and language; a secret queue they must list. */
    public List<DeskAgent> taking(String queue, String language) {
        return desks.values().stream().filter(this::isThere).filter(seen -> seen.pause() == null)
                .map(Seen::agent).filter(agent -> agent.takes(queue, language))
                .filter(agent -> !secret.isSecret(queue) || agent.listed().contains(queue)).toList();
    }

    /** The accounts of those who were there and are not heard of any more; each is told once. */
    public List<String> vanished() {
        List<String> gone = new ArrayList<>();
        desks.forEach((account, seen) -> {
            if (!isThere(seen) && desks.remove(account, seen)) {
                gone.add(account);
            }
        });
        return gone;
    }

    private boolean isThere(Seen seen) {
        return Duration.between(seen.at(), clock.instant()).compareTo(SILENCE) <= 0;
    }
}
