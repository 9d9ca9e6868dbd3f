package se.lotsen.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.storage.Notices;

/**
 * Who is at the desk, and what becomes of the cases of those who are not any more: they wait again. A page with scripts says
 * every few seconds that somebody is there. One without cannot, so it counts for {@link Presence#PAGE_COUNTS}; as soon as a
 * sign by script comes, only those count. Its methods block.
 */
class Attendance {
    private static final String DEPARTURE = "departure";
    private static final Logger log = LoggerFactory.getLogger(Attendance.class);

    private final Presence presence;
    private final StaffAccounts accounts;
    private final HandoverStore cases;
    private final CaseLines lines;
    private final SecretQueues secret;
    private final Notices notices;
    private final Sinks.Many<String> departures = Sinks.many().multicast().directBestEffort();

    Attendance(Presence presence, StaffAccounts accounts, HandoverStore cases, CaseLines lines,
            SecretQueues secret, Notices notices) {
        this.presence = presence;
        this.accounts = accounts;
        this.cases = cases;
        this.lines = lines;
        this.secret = secret;
        this.notices = notices;
        notices.listen(DEPARTURE, Notices.Listener.passing(account -> departures.emitNext(account,
                Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)))));
    }

    /** Somebody has opened a page of the desk; empty when the account may not be here any more. */
    Optional<Colleague> page(UUID account) {
        Optional<Colleague> colleague = colleague(account);
        colleague.filter(Colleague::takesCases)
                .ifPresent(here -> presence.opened(here.atDesk()));
        return colleague;
    }

    /** Somebody's page has said by itself that it is open; empty when the account may not be here any more. */
    Optional<Colleague> stream(UUID account) {
        Optional<Colleague> colleague = colleague(account);
        colleague.filter(Colleague::takesCases)
                .ifPresent(here -> presence.seen(here.atDesk()));
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

    /** Has signed out, or may not be here any more; the cases go back with the next sweep. */
    void leave(UUID account) {
        accounts.find(account).map(found -> new Colleague(found, secret))
                .ifPresent(who -> presence.departed(who.atDesk()));
        endStreams(account);
    }

    /** In every process: the stream may be anywhere. */
    private void endStreams(UUID account) {
        notices.tell(DEPARTURE, account.toString());
    }

    /** Whoever has cases and of whom nothing is known is expected: if they do not come, their cases go back. */
    void expectOwners() {
        for (StaffAccount account : accounts.activeAgents()) {
            Colleague colleague = new Colleague(account, secret);
            if (!cases.ownedBy(colleague.id()).isEmpty()) {
                presence.expected(colleague.atDesk());
            }
        }
    }

    /** Reads anew who is there. */
    void refresh() {
        presence.refresh();
    }

    /** Puts back the cases of everybody who is gone; what fails is tried again at the next sweep. */
    synchronized void sweep() {
        for (String account : presence.gone()) {
            if (putBack(account)) {
                presence.forget(account);
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
