package se.lotsen.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The tables of the connection's schema as the database itself describes them, each after those that it refers to. */
record OwnTables(Map<String, List<Column>> columns, Map<String, List<String>> keys) {
    /** Flyway's own list says how the tables came to be, and is made anew by it. */
    static final String HISTORY = "flyway_schema_history";
    /** Of people and processes that are there now: a restore must let nobody in who has gone. */
    static final Set<String> PASSING = Set.of("staff_session", "staff_attempt", "staff_oidc_request",
            "replica",
            "desk_presence");

    /** All tables of the schema. */
    static OwnTables of(Connection connection) throws SQLException {
        return of(connection, table -> true);
    }

    /** Those that are ours: a schema may have been shared with somebody. */
    static OwnTables of(Connection connection, Set<String> ours) throws SQLException {
        return of(connection, ours::contains);
    }

    private static OwnTables of(Connection connection, Predicate<String> ours) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, Set<String>> references = new TreeMap<>();
        try (ResultSet tables = database.getTables(null, schema, "%", new String[]{"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                if (!table.equals(HISTORY) && ours.test(table)) {
                    references.put(table, new LinkedHashSet<>());
                }
            }
        }
        for (Map.Entry<String, Set<String>> table : references.entrySet()) {
            try (ResultSet imported = database.getImportedKeys(null, schema, table.getKey())) {
                while (imported.next()) {
                    table.getValue().add(imported.getString("PKTABLE_NAME"));
                }
            }
        }
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String table : ordered(references)) {
            columns.put(table, columnsOf(database, schema, table));
            keys.put(table, keyOf(database, schema, table));
        }
        return new OwnTables(columns, keys);
    }

    private static List<String> ordered(Map<String, Set<String>> references) {
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < references.size()) {
            int before = ordered.size();
            references.forEach((table, others) -> {
                if (others.stream().allMatch(other -> other.equals(table) || ordered.contains(other))) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("tables that refer to each other: " + references);
            }
        }
        return List.copyOf(ordered);
    }

    private static List<Column> columnsOf(DatabaseMetaData database, String schema, String table)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = database.getColumns(null, schema, escaped(table), "%")) {
            while (rows.next()) {
                columns.add(new Column(rows.getString("COLUMN_NAME"), rows.getInt("DATA_TYPE"),
                        rows.getString("TYPE_NAME"), rows.getString("IS_AUTOINCREMENT").equals("YES")));
            }
        }
        return columns;
    }

    /** In its own order; the database names the columns by the alphabet. */
    private static List<String> keyOf(DatabaseMetaData database, String schema, String table)
            throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = database.getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    /** An underscore stands for any character here. */
    private static String escaped(String name) {
        return name.replace("_", "\\_");
    }

    Set<String> names() {
        return columns.keySet();
    }

    /** The whole table, in the order of its key, so that equal tables give equal lines. */
    String select(String table) {
        String names = columns.getOrDefault(table, List.of()).stream().map(Column::name)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        List<String> key = keys.getOrDefault(table, List.of());
        return "select " + names + " from " + table
                + (key.isEmpty() ? "" : " order by " + String.join(", ", key));
    }

    /** The tables that a backup holds. */
    Set<String> lasting() {
        Set<String> lasting = new LinkedHashSet<>(names());
        lasting.removeAll(PASSING);
        return lasting;
    }
}
