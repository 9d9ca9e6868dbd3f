package se.lotsen.staff;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** What supervisors do with accounts, and everybody with their own password. Who did what is in the audit log, by ids. */
final class AccountOffice {
    private static final Logger log = LoggerFactory.getLogger(AccountOffice.class);
    private final SerialRecord record;
    private final AccountTable accounts;
    private final LinkTable links;
    private final Duration validity;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    AccountOffice(SerialRecord record, AccountTable accounts, LinkTable links, Duration validity,
            ApplicationEventPublisher events, AuditLog audit, Clock clock) {
        this.record = record;
        this.accounts = accounts;
        this.links = links;
        this.validity = validity;
        this.events = events;
        this.audit = audit;
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
            note(by, "staff-account-made", account.id(), StaffRole.codes(account.roles()));
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
        boolean changed = record.write(() -> {
            String before = accounts.byId(id).map(kept -> StaffRole.codes(kept.account().roles())).orElse("");
            String after = StaffRole.codes(details.roles());
            return noted(accounts.update(details.account(id, now(), version)), by, "staff-account-changed",
                    id,
                    before.equals(after) ? after : before + " -> " + after);
        });
        if (changed) {
            log.info("{} changed account {}", by.id(), id);
        }
        return changed;
    }

    /** Ends the account's sessions and links. Nobody disables themselves, so a supervisor is always left. */
    boolean disable(StaffMember by, UUID id) {
        return !by.id().equals(id) && done(by, "disabled", id, record.write(() -> {
            links.revoke(id);
            return noted(accounts.disable(id, now()), by, "staff-account-disabled", id, "");
        }));
    }

    boolean enable(StaffMember by, UUID id) {
        return done(by, "enabled", id, record.write(
                () -> noted(accounts.disable(id, null), by, "staff-account-enabled", id, "")));
    }

    /** A new link; the old password and all sessions end. Empty for an account that has no password of ours. */
    Optional<Invited> reset(StaffMember by, UUID id) {
        Optional<Invited> reset = record.write(() -> accounts.byId(id)
                .filter(kept -> kept.account().active() && kept.identity() == null)
                .map(kept -> {
                    accounts.password(id, null);
                    note(by, "staff-account-reset", id, "");
                    return new Invited(kept.account(), links.renew(id, expiry()));
                }));
        done(by, "reset", id, reset.isPresent());
        return reset;
    }

    void changePassword(StaffMember own, String hash) {
        done(own, "changed the password of", own.id(),
                record.write(() -> {
                    links.revoke(own.id());
                    return noted(accounts.password(own.id(), hash), own, "staff-password-changed", own.id(),
                            "");
                }));
    }

    private boolean noted(boolean done, StaffMember by, String action, UUID id, String detail) {
        if (done) {
            note(by, action, id, detail);
        }
        return done;
    }

    private void note(StaffMember by, String action, UUID id, String detail) {
        audit.add(by.actor(), action, id.toString(), detail);
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
