package se.lotsen.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.SecretQueues;
import se.lotsen.conversation.StateChange;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.Presence;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffAccounts;

/**
 * Who is at the desk, and what becomes of the cases of those who are not any more: they wait again. A page with scripts says
 * every few seconds that somebody is there. One without cannot, so it counts for {@link #PAGE_COUNTS}; as soon as a sign by
 * script comes, only those count. Its methods block.
 */
class Attendance {
    /** Long enough to read and write without scripts, short enough that no citizen waits for nobody for long. */
    static final Duration PAGE_COUNTS = Duration.ofMinutes(10);
    private static final Logger log = LoggerFactory.getLogger(Attendance.class);

    private final Presence presence;
    private final StaffAccounts accounts;
    private final HandoverStore cases;
    private final CaseLines lines;
    private final SecretQueues secret;
    private final Clock clock;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    /** Whose pages have answered by themselves since they came: from them silence means something after every page. */
    private final Set<String> scripted = ConcurrentHashMap.newKeySet();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<String> departures = Sinks.many().multicast().directBestEffort();

    Attendance(Presence presence, StaffAccounts accounts, HandoverStore cases, CaseLines lines,
            SecretQueues secret, Clock clock) {
        this.presence = presence;
        this.accounts = accounts;
        this.cases = cases;
        this.lines = lines;
        this.secret = secret;
        this.clock = clock;
    }

    private record Page(DeskAgent agent, Instant at) {
    }

    /** Somebody has opened a page of the desk; empty when the account may not be here any more. */
    Optional<Colleague> page(UUID account) {
        Optional<Colleague> colleague = colleague(account);
        colleague.filter(Colleague::takesCases).ifPresent(here -> {
            if (!scripted.contains(here.id())) {
                pages.put(here.id(), new Page(here.atDesk(), clock.instant()));
            }
            presence.seen(here.atDesk());
        });
        return colleague;
    }

    /** Somebody's page has said by itself that it is open; empty when the account may not be here any more. */
    Optional<Colleague> stream(UUID account) {
        Optional<Colleague> colleague = colleague(account);
        colleague.filter(Colleague::takesCases).ifPresent(here -> {
            scripted.add(here.id());
            pages.remove(here.id());
            presence.seen(here.atDesk());
        });
        return colleague;
    }

    /** False when the account is not what it was: an open stream ends, and the next one knows. */
    boolean mayStay(Colleague who) {
        return colleague(who.account().id()).filter(now -> now.account().equals(who.account())).isPresent();
    }

    private Optional<Colleague> colleague(UUID account) {
        return accounts.find(account).filter(StaffAccount::active)
                .map(active -> new Colleague(active, secret));
    }

    /** Completes an open stream of the account: its sessions have ended. */
    Flux<String> departures(UUID account) {
        return departures.asFlux().filter(account.toString()::equals);
    }

    /** All sessions of the account have ended; the cases go back only when the person may not come in again. */
    void sessionsEnded(UUID account) {
        if (colleague(account).isEmpty()) {
            leave(account);
        } else {
            endStreams(account);
        }
    }

    /** Has signed out, or may not be here any more. */
    void leave(UUID account) {
        String id = account.toString();
        pages.remove(id);
        scripted.remove(id);
        presence.left(id);
        gone.add(id);
        endStreams(account);
    }

    private void endStreams(UUID account) {
        departures.emitNext(account.toString(), Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    /** After a restart nobody is there yet, but whoever has cases is expected: if they do not come, their cases go back. */
    void expectOwners() {
        for (StaffAccount account : accounts.activeAgents()) {
            Colleague colleague = new Colleague(account, secret);
            if (!cases.ownedBy(colleague.id()).isEmpty()) {
                presence.seen(colleague.atDesk());
            }
        }
    }

    /** Puts back the cases of everybody who is gone; what fails is tried again at the next sweep. */
    synchronized void sweep() {
        Instant now = clock.instant();
        pages.values().forEach(page -> {
            if (Duration.between(page.at(), now).compareTo(PAGE_COUNTS) <= 0) {
                presence.seen(page.agent());
            } else {
                pages.remove(page.agent().account(), page);
            }
        });
        gone.addAll(presence.vanished());
        Set<String> there = presence.there().stream().map(DeskAgent::account)
                .collect(Collectors.toSet());
        for (String account : Set.copyOf(gone)) {
            if (there.contains(account) || putBack(account)) {
                gone.remove(account);
            }
        }
    }

    private boolean putBack(String account) {
        try {
            for (ConversationId moved : cases.vanish(account,
                    one -> lines.of(StateChange.AGENT_VANISHED, one, null))) {
                log.info("case {} waits again: agent {} is gone", moved, account);
            }
            return true;
        } catch (DataAccessException | TransactionException e) {
            log.warn("cases of agent {} cannot be put back yet: {}", account, e.getClass().getSimpleName());
            return false;
        }
    }
}
