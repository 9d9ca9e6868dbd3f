package se.lotsen.staff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether a user name and a password belong together. A wrong one, a missing and a disabled account are one answer. */
final class SignIn {
    private final StaffAccounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;

    SignIn(StaffAccounts accounts, Passwords passwords, SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
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
        if (!throttle.admits(userName, address)) {
            return Mono.just(new Outcome(null, true));
        }
        return StaffRecord.later(() -> accounts.named(userName))
                .flatMap(found -> passwords.matches(password, hash(found))
                        .map(right -> outcome(right ? found : Optional.empty())))
                .doOnNext(outcome -> {
                    if (outcome.member() != null) {
                        throttle.cameIn(userName);
                    }
                });
    }

    /** For somebody who is signed in and says the password again; counted like an attempt. */
    Mono<Outcome> again(StaffMember member, String password, String address) {
        return StaffRecord.later(() -> accounts.kept(member.id()))
                .flatMap(kept -> attempt(kept.map(found -> found.account().userName()).orElse(""), password,
                        address));
    }

    private static @Nullable String hash(Optional<KeptAccount> found) {
        return found.filter(kept -> kept.account().active()).map(KeptAccount::passwordHash).orElse(null);
    }

    private static Outcome outcome(Optional<KeptAccount> right) {
        return new Outcome(right.map(kept -> kept.account().member()).orElse(null), false);
    }
}
