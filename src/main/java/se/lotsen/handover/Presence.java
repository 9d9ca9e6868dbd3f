package se.lotsen.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.lotsen.conversation.SecretQueues;
import se.lotsen.handover.PresenceTable.Seen;
import se.lotsen.storage.Notices;

/**
 * Who is at the desk now, in whichever process. A desk says so every few seconds; an agent of whom nothing was heard for
 * {@link #SILENCE} has vanished. Signs are stored, so that any process knows of them and a restart forgets nobody; what is
 * asked is answered from a picture in memory, which follows within milliseconds and is read anew now and then. Writing
 * blocks. Safe for concurrent use.
 */
public class Presence {
    /** Longer than three signs of life apart, and short enough that a citizen is back in the queue within a minute. */
    public static final Duration SILENCE = Duration.ofSeconds(45);
    /** Long enough to read and write without scripts, short enough that no citizen waits for nobody for long. */
    public static final Duration PAGE_COUNTS = Duration.ofMinutes(10);
    /** A sign that says so little more than the one before is not written. */
    private static final Duration SAME = Duration.ofSeconds(5);

    private final SecretQueues secret;
    private final Clock clock;
    private final Map<String, Seen> desks = new ConcurrentHashMap<>();
    private final @Nullable PresenceTable table;

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

    /** Known in this process only: a single command has no desk. */
    public Presence(SecretQueues secret, Clock clock) {
        this(secret, clock, null);
    }

    Presence(SecretQueues secret, Clock clock, @Nullable PresenceTable table) {
        this.secret = secret;
        this.clock = clock;
        this.table = table;
        if (table != null) {
            table.listen(new Notices.Listener() {
                @Override
                public void heard(String account) {
                    Thread.ofVirtual().name("presence").start(() -> reload(account));
                }

                @Override
                public void look() {
                    Thread.ofVirtual().name("presence").start(Presence.this::refresh);
                }
            });
        }
    }

    /** A sign of life that a page's script has sent; a pause goes on. */
    public void seen(DeskAgent agent) {
        Instant until = clock.instant().plus(SILENCE);
        Seen known = desks.get(agent.account());
        boolean same = known != null && known.scripted() && !known.gone() && known.agent().equals(agent)
                && !known.until().isAfter(until) && known.until().plus(SAME).isAfter(until);
        if (!same) {
            change(agent.account(), before -> new Seen(agent, until, true, pause(before), false));
        }
    }

    /** Has opened a page: where scripts do not speak, it counts for {@link #PAGE_COUNTS}. A pause goes on. */
    public void opened(DeskAgent agent) {
        change(agent.account(), before -> {
            boolean scripted = before != null && before.scripted();
            Duration counts = scripted ? SILENCE : PAGE_COUNTS.plus(SILENCE);
            return new Seen(agent, clock.instant().plus(counts), scripted, pause(before), false);
        });
    }

    /** Is waited for as if just seen, unless something is known. */
    public void expected(DeskAgent agent) {
        change(agent.account(), before -> before != null && (before.gone() || isThere(before))
                ? before
                : new Seen(agent, clock.instant().plus(SILENCE), before != null && before.scripted(),
                        pause(before), false));
    }

    /** Takes no new cases until {@link #resume}; those that he has stay his. Nothing for somebody who is not there. */
    public void pause(String account, String code) {
        change(account, before -> paused(before, code));
    }

    /** Takes cases again. */
    public void resume(String account) {
        change(account, before -> paused(before, null));
    }

    /** Is not at the desk, and has left nothing behind. */
    public void left(String account) {
        change(account, before -> null);
    }

    /** Has left the desk by himself, maybe with cases: counts as gone from now on. */
    public void departed(DeskAgent agent) {
        change(agent.account(), before -> new Seen(agent, clock.instant(), false, null, true));
    }

    private static @Nullable Seen paused(@Nullable Seen before, @Nullable String code) {
        return before == null
                ? null
                : new Seen(before.agent(), before.until(), before.scripted(), code, before.gone());
    }

    private static @Nullable String pause(@Nullable Seen before) {
        return before == null ? null : before.pause();
    }

    private void change(String account, UnaryOperator<@Nullable Seen> change) {
        if (table == null) {
            desks.compute(account, (id, before) -> change.apply(before));
        } else {
            table.change(account, change);
            reload(account);
        }
    }

    /** Reads the picture anew. */
    public synchronized void refresh() {
        if (table != null) {
            Map<String, Seen> now = table.all();
            desks.keySet().retainAll(now.keySet());
            desks.putAll(now);
        }
    }

    /** Locked, so that what was read later stays. */
    private synchronized void reload(String account) {
        if (table != null) {
            table.of(account).ifPresentOrElse(seen -> desks.put(account, seen), () -> desks.remove(account));
        }
    }

    /** The code of the agent's pause; empty when he takes cases or is not there. */
    public Optional<String> pauseOf(String account) {
        return Optional.ofNullable(desks.get(account)).filter(this::isThere).map(Seen::pause);
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

    /** The accounts of those who have departed or are not heard of any more, each until it is forgotten or comes back. */
    public List<String> gone() {
        refresh();
        return desks.values().stream().filter(seen -> !isThere(seen)).map(seen -> seen.agent().account())
                .toList();
    }

    /** What was to be done for somebody who is gone is done; nothing when he has come back. */
    public void forget(String account) {
        change(account, before -> before != null && isThere(before) ? before : null);
    }

    private boolean isThere(Seen seen) {
        return !seen.gone() && !clock.instant().isAfter(seen.until());
    }
}
