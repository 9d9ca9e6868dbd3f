package se.lotsen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of accounts. What may be changed, and by whom, is decided by its callers. */
final class AccountTable {
    private static final String SELECT = """
            select id, user_name, display_name, password_hash, identity, roles, queues, languages, capacity,
                created_at, disabled_at, session_mark, version from staff_account""";
    private final JdbcClient database;

    AccountTable(JdbcClient database) {
        this.database = database;
    }

    Optional<KeptAccount> byId(UUID id) {
        return database.sql(SELECT + " where id = :id").param("id", id).query(AccountTable::row).optional();
    }

    Optional<KeptAccount> byName(String userName) {
        return database.sql(SELECT + " where name_key = :key").param("key", key(userName))
                .query(AccountTable::row).optional();
    }

    Optional<KeptAccount> byIdentity(String identity) {
        return database.sql(SELECT + " where identity = :identity").param("identity", identity)
                .query(AccountTable::row).optional();
    }

    List<KeptAccount> all() {
        return database.sql(SELECT + " order by name_key").query(AccountTable::row).list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the user name is taken */
    void insert(StaffAccount account, @Nullable String passwordHash, @Nullable String identity) {
        database.sql("""
                insert into staff_account (id, user_name, name_key, display_name, password_hash, identity,
                    roles, queues, languages, capacity, created_at, session_mark, version)
                values (:id, :userName, :key, :displayName, :hash, :identity,
                    :roles, :queues, :languages, :capacity, :created, 0, 0)""")
                .param("id", account.id())
                .param("userName", account.userName())
                .param("key", key(account.userName()))
                .param("displayName", account.displayName())
                .param("hash", passwordHash)
                .param("identity", identity)
                .param("roles", joined(account.roles()))
                .param("queues", String.join(",", account.queues()))
                .param("languages", String.join(",", account.languages()))
                .param("capacity", account.capacity())
                .param("created", account.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everything but name, password and whether it is disabled; false when the row has another version by now. */
    boolean update(StaffAccount account) {
        return database.sql("""
                update staff_account set display_name = :displayName, roles = :roles, queues = :queues,
                    languages = :languages, capacity = :capacity, version = version + 1
                where id = :id and version = :version""")
                .param("displayName", account.displayName())
                .param("roles", joined(account.roles()))
                .param("queues", String.join(",", account.queues()))
                .param("languages", String.join(",", account.languages()))
                .param("capacity", account.capacity())
                .param("id", account.id())
                .param("version", account.version())
                .update() == 1;
    }

    /** Ends all sessions. */
    boolean password(UUID id, @Nullable String hash) {
        return database.sql("""
                update staff_account set password_hash = :hash, session_mark = session_mark + 1,
                    version = version + 1 where id = :id""")
                .param("hash", hash).param("id", id).update() == 1;
    }

    /** Ends all sessions. */
    boolean disable(UUID id, @Nullable Instant at) {
        return database.sql("""
                update staff_account set disabled_at = :at, session_mark = session_mark + 1,
                    version = version + 1 where id = :id""")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("id", id).update() == 1;
    }

    /** The name as it is compared: in one Unicode form and one case. */
    static String key(String userName) {
        return Normalizer.normalize(userName, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static KeptAccount row(ResultSet row, int n) throws SQLException {
        Set<StaffRole> roles = words(row.getString("roles")).stream().map(StaffRole::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        Instant created = Objects.requireNonNull(instant(row, "created_at"));
        StaffAccount account = new StaffAccount(row.getObject("id", UUID.class), row.getString("user_name"),
                row.getString("display_name"), roles, words(row.getString("queues")),
                words(row.getString("languages")), row.getInt("capacity"), created,
                instant(row, "disabled_at"), row.getInt("version"));
        return new KeptAccount(account, row.getString("password_hash"), row.getString("identity"),
                row.getInt("session_mark"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static List<String> words(String joined) {
        return Arrays.stream(joined.split(",")).filter(word -> !word.isEmpty()).toList();
    }

    private static String joined(Set<StaffRole> roles) {
        return roles.stream().sorted().map(StaffRole::name).collect(Collectors.joining(","));
    }
}
