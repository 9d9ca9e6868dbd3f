package se.lotsen.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.handover.Presence.DeskAgent;
import se.lotsen.storage.Moments;
import se.lotsen.storage.Notices;
import se.lotsen.storage.SerialRecord;

/** Who is at the desk, for all processes: one row for each agent, changed under its lock and told by the agent's id. */
final class PresenceTable {
    static final String TOPIC = "presence";
    private static final String SELECT = """
            select account, display_name, queues, listed, languages, capacity, until_at, scripted, pause, gone
            from desk_presence""";
    private final JdbcClient database;
    private final SerialRecord record;
    private final Notices notices;

    PresenceTable(JdbcClient database, SerialRecord record, Notices notices) {
        this.database = database;
        this.record = record;
        this.notices = notices;
    }

    /** @param until the sign of life counts until then */
    record Seen(DeskAgent agent, Instant until, boolean scripted, @Nullable String pause, boolean gone) {
    }

    void listen(Notices.Listener listener) {
        notices.listen(TOPIC, listener);
    }

    Map<String, Seen> all() {
        return record.read(() -> database.sql(SELECT).query(PresenceTable::seen).list()).stream()
                .collect(Collectors.toMap(seen -> seen.agent().account(), Function.identity()));
    }

    Optional<Seen> of(String account) {
        return record.read(() -> database.sql(SELECT + " where account = :account").param("account", account)
                .query(PresenceTable::seen).optional());
    }

    /** @param change what becomes of the row, or of none; null for none */
    void change(String account, UnaryOperator<@Nullable Seen> change) {
        try {
            changeOnce(account, change);
        } catch (DuplicateKeyException e) {
            // Another process was faster with the first row: now there is one to lock.
            changeOnce(account, change);
        }
    }

    private void changeOnce(String account, UnaryOperator<@Nullable Seen> change) {
        record.write(() -> {
            Seen before = database.sql(SELECT + " where account = :account for update")
                    .param("account", account).query(PresenceTable::seen).optional().orElse(null);
            Seen after = change.apply(before);
            if (after == null) {
                database.sql("delete from desk_presence where account = :account").param("account", account)
                        .update();
            } else if (!after.equals(before)) {
                write(after, before == null ? INSERT : UPDATE);
            }
            notices.tell(TOPIC, account);
            return true;
        });
    }

    private static final String INSERT = """
            insert into desk_presence (account, display_name, queues, listed, languages, capacity, until_at,
                scripted, pause, gone)
            values (:account, :name, :queues, :listed, :languages, :capacity, :until, :scripted, :pause, :gone)""";
    private static final String UPDATE = """
            update desk_presence set display_name = :name, queues = :queues, listed = :listed,
                languages = :languages, capacity = :capacity, until_at = :until, scripted = :scripted,
                pause = :pause, gone = :gone where account = :account""";

    private void write(Seen seen, String statement) {
        DeskAgent agent = seen.agent();
        database.sql(statement)
                .param("account", agent.account())
                .param("name", agent.name())
                .param("queues", joined(agent.queues()))
                .param("listed", joined(agent.listed()))
                .param("languages", joined(agent.languages()))
                .param("capacity", agent.capacity())
                .param("until", Moments.stored(seen.until()))
                .param("scripted", seen.scripted())
                .param("pause", seen.pause())
                .param("gone", seen.gone())
                .update();
    }

    private static Seen seen(ResultSet row, int n) throws SQLException {
        DeskAgent agent = new DeskAgent(row.getString("account"), row.getString("display_name"),
                words(row.getString("queues")), words(row.getString("languages")), row.getInt("capacity"),
                words(row.getString("listed")));
        return new Seen(agent, Moments.instant(row, "until_at"), row.getBoolean("scripted"),
                row.getString("pause"), row.getBoolean("gone"));
    }

    private static String joined(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }

    private static Set<String> words(String joined) {
        return Arrays.stream(joined.split(",")).filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
