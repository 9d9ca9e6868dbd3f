package se.lotsen.records;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;
import se.lotsen.storage.SerialRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rows that the database has of a conversation, by table: found from the schema, so that nothing is left out that somebody
 * adds later. Hashes and sealed keys are left out, as they say nothing of a person and must not leave the house.
 */
final class PersonRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient database;
    private final SerialRecord record;

    PersonRows(JdbcClient database, SerialRecord record) {
        this.database = database;
        this.record = record;
    }

    /** By table, each row by column; tables without a row are left out. */
    Map<String, List<Map<String, Object>>> of(ConversationId conversation) {
        return record.read(() -> {
            Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
            conditions().forEach((table, condition) -> {
                List<Map<String, Object>> rows = database
                        .sql("select * from " + table + " where " + condition)
                        .param("id", conversation.value()).query(PersonRows::row).list();
                if (!rows.isEmpty()) {
                    all.put(table, rows);
                }
            });
            return all;
        });
    }

    /** Those that are read. */
    Set<String> tables() {
        return record.read(() -> conditions().keySet());
    }

    /** Which rows of which table belong to a conversation. */
    private Map<String, String> conditions() {
        Map<String, String> conditions = new TreeMap<>();
        columns("promise_id").forEach(table -> conditions.put(table,
                "promise_id in (select id from promise where conversation_id = :id)"));
        columns("conversation_id").forEach(table -> conditions.put(table, "conversation_id = :id"));
        conditions.put("conversation", "id = :id");
        return conditions;
    }

    private List<String> columns(String name) {
        return database.sql("""
                select table_name from information_schema.columns
                where table_schema = current_schema and column_name = :name""").param("name", name)
                .query(String.class).list();
    }

    private static Map<String, Object> row(ResultSet row, int n) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            Object value = value(row.getObject(at));
            if (value != null) {
                values.put(columns.getColumnLabel(at), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object stored) {
        return switch (stored) {
            case null -> null;
            case byte[] hash -> null;
            case Timestamp moment -> moment.toInstant().toString();
            case OffsetDateTime moment -> moment.toInstant().toString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> text(stored.toString());
        };
    }

    /** Documents are stored as JSON; everything else is text. */
    private static Object text(String stored) {
        if (!stored.startsWith("{") && !stored.startsWith("[")) {
            return stored;
        }
        try {
            return JSON.readTree(stored);
        } catch (JacksonException e) {
            return stored;
        }
    }

    /** Columns of all rows in the order of their first appearance, for a table to be read. */
    static List<String> columns(List<Map<String, Object>> rows) {
        List<String> columns = new ArrayList<>();
        rows.forEach(row -> row.keySet().stream().filter(name -> !columns.contains(name))
                .forEach(columns::add));
        return columns;
    }
}
