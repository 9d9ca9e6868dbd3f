package se.lotsen.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of one-time links. Of a token, 256 random bits, only the hash is kept. */
final class LinkTable {
    private final JdbcClient database;

    LinkTable(JdbcClient database) {
        this.database = database;
    }

    /** @param account null for the link of the first start */
    record Link(@Nullable UUID account) {
    }

    /** The token of a new link; earlier links for the same account, or of earlier starts, are void. */
    String renew(@Nullable UUID account, Instant expires) {
        revoke(account);
        String token = RandomToken.fresh();
        database.sql("""
                insert into staff_link (token_hash, account_id, expires_at)
                values (:hash, :account, :expires)""")
                .param("hash", RandomToken.hash(token))
                .param("account", account)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    void revoke(@Nullable UUID account) {
        if (account == null) {
            database.sql("delete from staff_link where account_id is null").update();
        } else {
            database.sql("delete from staff_link where account_id = :account").param("account", account)
                    .update();
        }
    }

    /** What a link that still works is for; it goes on working. */
    Optional<Link> look(String token, Instant now) {
        return database.sql("""
                select account_id from staff_link where token_hash = :hash and expires_at > :now""")
                .param("hash", RandomToken.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Link(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whether the link worked; of several who try at once it works for one. */
    boolean use(String token, Instant now) {
        return database.sql("delete from staff_link where token_hash = :hash and expires_at > :now")
                .param("hash", RandomToken.hash(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update() == 1;
    }
}
