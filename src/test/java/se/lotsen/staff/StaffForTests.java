package se.lotsen.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts for the tests of any room, in the service's own database. */
public final class StaffForTests {
    /** Of every account that is made here. */
    public static final String PASSWORD = "hemligt på svenska, 16 ord";
    /** Makes hashes of few rounds: thousands sign in with one. A hash says itself how many it has. */
    private static final Passwords PASSWORDS = new Passwords(List.of(), 4);
    private static final String HASH = PASSWORDS.hash(PASSWORD).block();
    private final AccountTable accounts;
    private final JdbcClient database;

    /** In the database of a running service. */
    public StaffForTests(JdbcClient database) {
        this.database = database;
        this.accounts = new AccountTable(database);
    }

    /** An account that can sign in with {@link #PASSWORD}. */
    public StaffAccount make(String userName, StaffRole... roles) {
        return make(userName, List.of("allmant"), roles);
    }

    /** The same, for these queues. */
    public StaffAccount make(String userName, List<String> queues, StaffRole... roles) {
        return make(userName, queues, 3, roles);
    }

    /** The same, with a capacity of its own, too. */
    public StaffAccount make(String userName, List<String> queues, int capacity, StaffRole... roles) {
        StaffAccount account = new StaffAccount(UUID.randomUUID(), userName, "Test " + userName,
                Set.of(roles), queues, List.of("sv"), capacity, Instant.parse("2026-11-24T08:00:00Z"),
                null, 0);
        accounts.insert(account, HASH, null);
        return account;
    }

    /** Whether this account may come in with this password. */
    public boolean comesIn(String userName, String password) {
        return accounts.byName(userName).filter(kept -> kept.account().active())
                .map(kept -> PASSWORDS.matches(password, kept.passwordHash()).block())
                .orElse(false);
    }

    /** Leaves the database as it was. */
    public void clear() {
        database.sql("delete from staff_link").update();
        database.sql("delete from staff_account").update();
    }
}
