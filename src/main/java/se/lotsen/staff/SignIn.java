package se.lotsen.staff;

import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Whether a user name and a password belong together. A wrong one, a missing and a disabled account are one answer. */
final class SignIn {
    private final StaffAccounts accounts;
    private final Passwords passwords;
    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private final SignInThrottle throttle;
    private final AuditLog audit;

    SignIn(StaffAccounts accounts, Passwords passwords, SignInThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * What came of an attempt.
     *
     * @param member null when it was refused
     * @param tooMany refused unread, as there were too many attempts
     */
    record Outcome(@Nullable StaffMember member, boolean tooMany) {
    }

    Mono<Outcome> attempt(String userName, String password, String address) {
        return SerialRecord.later(() -> throttle.admits(userName, address))
                .flatMap(admitted -> admitted
                        ? admitted(userName, password, address)
                        : Mono.fromSupplier(() -> tooMany(address)));
    }

    private static Outcome tooMany(String address) {
        log.warn("Too many attempts to sign in, the latest from {}", address);
        return new Outcome(null, true);
    }

    private Mono<Outcome> admitted(String userName, String password, String address) {
        return SerialRecord.later(() -> accounts.named(userName))
                .flatMap(found -> passwords.matches(password, hash(found))
                        .map(right -> {
                            if (!right) {
                                refused(found, address);
                            }
                            return outcome(right ? found : Optional.empty());
                        }))
                .flatMap(outcome -> SerialRecord.later(() -> {
                    if (outcome.member() != null) {
                        throttle.cameIn(userName);
                    }
                    return outcome;
                }));
    }

    /** For somebody who is signed in and says the password again; counted like an attempt. */
    Mono<Outcome> again(StaffMember member, String password, String address) {
        return SerialRecord.later(() -> accounts.kept(member.id()))
                .flatMap(kept -> attempt(kept.map(found -> found.account().userName()).orElse(""), password,
                        address));
    }

    /**
     * Beside the answer and not before it: an account that is there must not take longer. What was typed for a name that is
     * not there may be a password, and is written nowhere.
     */
    private void refused(Optional<KeptAccount> found, String address) {
        String id = found.map(kept -> kept.account().id().toString()).orElse("");
        log.info("An attempt to sign in from {} was refused; account: {}", address,
                id.isEmpty() ? "none" : id);
        if (!id.isEmpty()) {
            SerialRecord.later(() -> {
                audit.record(Actor.machine(""), "staff-sign-in-refused", id, "");
                return id;
            }).subscribe(noted -> {
            }, fault -> log.error("A refused attempt is missing in the audit log", fault));
        }
    }

    /** Somebody has come in; for the audit log. It blocks. */
    void cameIn(StaffMember member) {
        audit.record(member.actor(), "staff-signed-in", member.id().toString(), "password");
    }

    private static @Nullable String hash(Optional<KeptAccount> found) {
        return found.filter(kept -> kept.account().active()).map(KeptAccount::passwordHash).orElse(null);
    }

    private static Outcome outcome(Optional<KeptAccount> right) {
        return new Outcome(right.map(kept -> kept.account().member()).orElse(null), false);
    }
}
