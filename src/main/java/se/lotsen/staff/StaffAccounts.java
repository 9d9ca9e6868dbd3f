package se.lotsen.staff;

import se.lotsen.storage.SerialRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who works here, for the other rooms: read-only, and read anew at each call. It blocks: call it from
 * {@code boundedElastic}, not from an event loop.
 */
public final class StaffAccounts {
    private static final Set<StaffRole> EDITORS = Set.of(StaffRole.WRITER, StaffRole.APPROVER,
            StaffRole.EDITOR);
    private final SerialRecord record;
    private final AccountTable accounts;

    StaffAccounts(SerialRecord record, AccountTable accounts) {
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

    /** Everybody who works on what the assistant knows; by user name. */
    public List<StaffAccount> activeEditors() {
        return all().stream().map(KeptAccount::account)
                .filter(account -> account.active() && account.roles().stream().anyMatch(EDITORS::contains))
                .toList();
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
