package se.lotsen.staff;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody comes to an account: by a link that works once, and for a while. */
final class Enrolment {
    private final SerialRecord record;
    private final AccountTable accounts;
    private final LinkTable links;
    private final Duration validity;
    private final AuditLog audit;
    private final Clock clock;

    Enrolment(SerialRecord record, AccountTable accounts, LinkTable links, Duration validity, AuditLog audit,
            Clock clock) {
        this.record = record;
        this.accounts = accounts;
        this.links = links;
        this.validity = validity;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param account null when the link makes the first one */
    record Invitation(@Nullable StaffAccount account) {
    }

    /** A new link for the first person; empty as soon as there is a supervisor who can sign in. */
    Optional<String> firstLink() {
        return record.write(() -> {
            if (hasSupervisor()) {
                links.revoke(null);
                return Optional.empty();
            }
            return Optional.of(links.renew(null, expiry()));
        });
    }

    /** What a link is for; looking does not use it up. */
    Optional<Invitation> invitation(String token) {
        return record.read(() -> links.look(token, clock.instant()).flatMap(link -> {
            UUID account = link.account();
            return account == null
                    ? Optional.of(new Invitation(null))
                    : accounts.byId(account).filter(kept -> kept.account().active())
                            .map(kept -> new Invitation(kept.account()));
        }));
    }

    /**
     * The first account, with every role; empty when the link does not work any more.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the user name is taken; the link goes on working
     */
    Optional<KeptAccount> first(String token, String userName, String displayName, String passwordHash) {
        return record.write(() -> {
            Optional<LinkTable.Link> link = links.look(token, clock.instant());
            if (link.isEmpty() || link.get().account() != null || !links.use(token, clock.instant())
                    || hasSupervisor()) {
                return Optional.empty();
            }
            StaffAccount account = new StaffAccount(UUID.randomUUID(), userName, displayName,
                    EnumSet.allOf(StaffRole.class), List.of(), List.of("sv"), StaffAccount.USUAL_CAPACITY,
                    now(), null, 0);
            accounts.insert(account, passwordHash, null);
            audit.add(account.member().actor(), "staff-account-made", account.id().toString(),
                    StaffRole.codes(account.roles()));
            return accounts.byId(account.id());
        });
    }

    /** Sets the password of the link's account; empty when the link does not work any more. */
    Optional<KeptAccount> again(String token, String passwordHash) {
        return record.write(() -> {
            UUID id = links.look(token, clock.instant()).map(LinkTable.Link::account).orElse(null);
            if (id == null || !links.use(token, clock.instant())) {
                return Optional.empty();
            }
            accounts.password(id, passwordHash);
            Optional<KeptAccount> kept = accounts.byId(id).filter(found -> found.account().active());
            kept.ifPresent(found -> audit.add(found.account().member().actor(), "staff-password-set",
                    id.toString(), ""));
            return kept;
        });
    }

    private boolean hasSupervisor() {
        return accounts.all().stream()
                .anyMatch(kept -> kept.usable() && kept.account().roles().contains(StaffRole.SUPERVISOR));
    }

    private Instant expiry() {
        return clock.instant().plus(validity);
    }

    /** As exact as both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
