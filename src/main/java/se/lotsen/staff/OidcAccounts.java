package se.lotsen.staff;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The accounts of those who come by the organisation's sign-in: made at the first time, with the roles that their claims
 * give at each. Known by issuer and subject alone; an account with the same user name is never taken for theirs.
 */
final class OidcAccounts {
    private static final Logger log = LoggerFactory.getLogger(OidcAccounts.class);
    private final SerialRecord record;
    private final AccountTable accounts;
    private final OidcProperties properties;
    private final AuditLog audit;
    private final Clock clock;

    OidcAccounts(SerialRecord record, AccountTable accounts, OidcProperties properties, AuditLog audit,
            Clock clock) {
        this.record = record;
        this.accounts = accounts;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when no role is theirs, or when the account is disabled. */
    Optional<StaffMember> member(OidcUser user) {
        Set<StaffRole> roles = properties.rolesOf(user);
        if (roles.isEmpty()) {
            log.info("Somebody came by the organisation's sign-in whose claims give no role");
            return Optional.empty();
        }
        String identity = user.getIdToken().getIssuer() + " " + user.getSubject();
        return record.write(() -> {
            Optional<KeptAccount> known = accounts.byIdentity(identity);
            if (known.isPresent()) {
                refresh(known.get().account(), user, roles);
            } else {
                make(identity, user, roles);
            }
            Optional<StaffMember> member = accounts.byIdentity(identity).map(KeptAccount::account)
                    .filter(StaffAccount::active).map(StaffAccount::member);
            member.ifPresent(in -> note(in, "staff-signed-in", "oidc"));
            return member;
        });
    }

    private void refresh(StaffAccount known, OidcUser user, Set<StaffRole> roles) {
        accounts.update(new StaffAccount(known.id(), known.userName(), displayName(user), roles,
                known.queues(), known.languages(), known.capacity(), known.createdAt(), known.disabledAt(),
                known.version()));
        if (!known.roles().equals(roles)) {
            note(known.member(), "staff-account-changed",
                    StaffRole.codes(known.roles()) + " -> " + StaffRole.codes(roles));
        }
    }

    private void make(String identity, OidcUser user, Set<StaffRole> roles) {
        UUID id = UUID.randomUUID();
        String name = first(user.getPreferredUsername(), user.getEmail(), user.getSubject());
        String free = accounts.byName(name).isEmpty() ? name : name + "-" + id.toString().substring(0, 8);
        StaffAccount made = new StaffAccount(id, free, displayName(user), roles, List.of(), List.of("sv"),
                StaffAccount.USUAL_CAPACITY, clock.instant().truncatedTo(ChronoUnit.MICROS), null, 0);
        accounts.insert(made, null, identity);
        note(made.member(), "staff-account-made", StaffRole.codes(roles));
        log.info("The organisation's sign-in made account {}", id);
    }

    private void note(StaffMember member, String action, String detail) {
        audit.add(member.actor(), action, member.id().toString(), detail);
    }

    private static String displayName(OidcUser user) {
        return first(user.getFullName(), user.getPreferredUsername(), user.getSubject());
    }

    private static String first(@Nullable String... names) {
        return Stream.of(names).filter(Objects::nonNull).filter(name -> !name.isBlank()).findFirst()
                .orElse("?");
    }
}
