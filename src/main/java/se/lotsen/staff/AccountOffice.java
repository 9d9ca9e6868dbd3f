package se.lotsen.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** What supervisors do with accounts, and everybody with their own password. It logs who did what, by ids. */
final class AccountOffice {
    private static final Logger log = LoggerFactory.getLogger(AccountOffice.class);
    private final StaffRecord record;
    private final AccountTable accounts;
    private final LinkTable links;
    private final Duration validity;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountOffice(StaffRecord record, AccountTable accounts, LinkTable links, Duration validity,
            ApplicationEventPublisher events, Clock clock) {
        this.record = record;
        this.accounts = accounts;
        this.links = links;
        this.validity = validity;
        this.events = events;
        this.clock = clock;
    }

    /** @param token of the link with which the person sets a password; shown once */
    record Invited(StaffAccount account, String token) {
        @Override
        public String toString() {
            return "invited " + account.id();
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the user name is taken */
    Invited invite(StaffMember by, AccountDetails details) {
        StaffAccount account = details.account(UUID.randomUUID(), now(), 0);
        Invited invited = record.write(() -> {
            accounts.insert(account, null, null);
            return new Invited(account, links.renew(account.id(), expiry()));
        });
        log.info("{} made account {}", by.id(), account.id());
        return invited;
    }

    /** False when somebody else has changed the account since, or when one would stop being a supervisor oneself. */
    boolean change(StaffMember by, UUID id, int version, AccountDetails details) {
        if (by.id().equals(id) && !details.roles().contains(StaffRole.SUPERVISOR)) {
            return false;
        }
        boolean changed = record.write(() -> accounts.update(details.account(id, now(), version)));
        if (changed) {
            log.info("{} changed account {}", by.id(), id);
        }
        return changed;
    }

    /** Ends the account's sessions and links. Nobody disables themselves, so a supervisor is always left. */
    boolean disable(StaffMember by, UUID id) {
        return !by.id().equals(id) && done(by, "disabled", id, record.write(() -> {
            links.revoke(id);
            return accounts.disable(id, now());
        }));
    }

    boolean enable(StaffMember by, UUID id) {
        return done(by, "enabled", id, record.write(() -> accounts.disable(id, null)));
    }

    /** A new link; the old password and all sessions end. Empty for an account that has no password of ours. */
    Optional<Invited> reset(StaffMember by, UUID id) {
        Optional<Invited> reset = record.write(() -> accounts.byId(id)
                .filter(kept -> kept.account().active() && kept.identity() == null)
                .map(kept -> {
                    accounts.password(id, null);
                    return new Invited(kept.account(), links.renew(id, expiry()));
                }));
        done(by, "reset", id, reset.isPresent());
        return reset;
    }

    void changePassword(StaffMember own, String hash) {
        done(own, "changed the password of", own.id(),
                record.write(() -> {
                    links.revoke(own.id());
                    return accounts.password(own.id(), hash);
                }));
    }

    private boolean done(StaffMember by, String what, UUID id, boolean done) {
        if (done) {
            log.info("{} {} account {}", by.id(), what, id);
            events.publishEvent(new StaffLeft(id));
        }
        return done;
    }

    private Instant expiry() {
        return clock.instant().plus(validity);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
