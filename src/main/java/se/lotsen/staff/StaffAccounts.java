package se.lotsen.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who works here, for the other rooms: read-only, and read anew at each call. It blocks: call it from
 * {@code boundedElastic}, not from an event loop.
 */
public final class StaffAccounts {
    private final StaffRecord record;
    private final AccountTable accounts;

    StaffAccounts(StaffRecord record, AccountTable accounts) {
        this.record = record;
        this.accounts = accounts;
    }

    /** Also an account that is disabled, so that old work keeps its author. */
    public Optional<StaffAccount> find(UUID id) {
        return record.read(() -> accounts.byId(id)).map(KeptAccount::account);
    }

    /** Everybody who may take conversations, with queues, languages and capacity; by user name. */
    public List<StaffAccount> activeAgents() {
        return all().stream().map(KeptAccount::account)
                .filter(account -> account.active() && account.roles().contains(StaffRole.AGENT)).toList();
    }

    List<KeptAccount> all() {
        return record.read(accounts::all);
    }

    Optional<KeptAccount> kept(UUID id) {
        return record.read(() -> accounts.byId(id));
    }

    Optional<KeptAccount> named(String userName) {
        return record.read(() -> accounts.byName(userName));
    }
}
