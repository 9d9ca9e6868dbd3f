package se.lotsen.backup;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.lotsen.testing.SeededRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Random rows for every table that there is, whatever it means: what the description of the schema allows. So a table that
 * somebody adds is copied in the tests without being named here.
 */
final class FilledTables {
    private static final List<String> TEXTS = List.of("", " ", "åäö ÅÄÖ é", "två\nrader\r\n",
            "'; drop table x; --", "\\N",
            "{\"a\":[1,\"å\"]}", "😀 \u200f\u0301", "null", "\"citat\"", "tab\tslut", "\uFFFD\uFEFF");
    /** What has so little room holds names of ours, in plain letters. */
    private static final int SHORT = 300;
    private final Connection connection;
    private final SeededRandom random;
    private final int rows;

    FilledTables(Connection connection, SeededRandom random, int rows) {
        this.connection = connection;
        this.random = random;
        this.rows = rows;
    }

    void fill() throws SQLException {
        OwnTables own = OwnTables.of(connection);
        Map<String, List<Map<String, Object>>> filled = new HashMap<>();
        for (String table : own.names()) {
            filled.put(table, fill(table, own.columns().get(table), filled));
        }
    }

    private List<Map<String, Object>> fill(String table, List<Column> columns,
            Map<String, List<Map<String, Object>>> filled) throws SQLException {
        Map<String, String[]> references = references(table);
        List<String> nullable = nullable(table);
        Map<String, Integer> sizes = sizes(table);
        List<Map<String, Object>> made = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + ") values ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")")) {
            for (int row = 0; row < rows; row++) {
                Map<String, Object> values = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    Column column = columns.get(i);
                    String[] other = references.get(column.name());
                    // Each parent once: many tables allow one row for each.
                    Object value = other != null
                            ? filled.get(other[0]).get(row).get(other[1])
                            : nullable.contains(column.name()) && random.below(3) == 0
                                    ? null
                                    : value(column, row, sizes.get(column.name()));
                    values.put(column.name(), value);
                    column.bind(insert, i + 1, json(value));
                }
                insert.executeUpdate();
                made.add(values);
            }
        }
        return made;
    }

    private Map<String, String[]> references(String table) throws SQLException {
        Map<String, String[]> references = new HashMap<>();
        try (ResultSet rows = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (rows.next()) {
                references.put(rows.getString("FKCOLUMN_NAME"),
                        new String[]{rows.getString("PKTABLE_NAME"), rows.getString("PKCOLUMN_NAME")});
            }
        }
        return references;
    }

    private List<String> nullable(String table) throws SQLException {
        List<String> nullable = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(),
                table.replace("_", "\\_"), "%")) {
            while (rows.next()) {
                if (rows.getString("IS_NULLABLE").equals("YES")) {
                    nullable.add(rows.getString("COLUMN_NAME"));
                }
            }
        }
        return nullable;
    }

    private Map<String, Integer> sizes(String table) throws SQLException {
        Map<String, Integer> sizes = new HashMap<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(),
                table.replace("_", "\\_"), "%")) {
            while (rows.next()) {
                sizes.put(rows.getString("COLUMN_NAME"), rows.getInt("COLUMN_SIZE"));
            }
        }
        return sizes;
    }

    /** Different in each row, as far as the type has room. */
    private Object value(Column column, int row, int size) {
        if (column.typeName().equalsIgnoreCase("uuid")) {
            return new UUID(random.below(Integer.MAX_VALUE), row).toString();
        }
        return switch (column.type()) {
            case Types.BIGINT -> 1_000L * row + random.below(1_000) + (column.counted() ? 1 : 1L << 40);
            case Types.INTEGER, Types.SMALLINT -> row * 50 + random.below(50);
            case Types.DOUBLE -> random.below(1_000_000) / 999_983.0;
            case Types.BOOLEAN, Types.BIT -> random.below(2) == 0;
            case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
                Instant.ofEpochSecond(1_700_000_000L + random.below(90_000_000),
                        random.below(1_000_000) * 1_000L)
                        .toString();
            case Types.DATE -> LocalDate.of(2024, 1, 1).plusDays(random.below(3) + 3L * row).toString();
            case Types.VARCHAR -> size <= SHORT
                    ? row + "-" + random.digits(size - 4)
                    : random.oneOf(TEXTS) + row + "-" + random.digits(random.between(1, 200));
            default -> java.util.Base64.getEncoder()
                    .encodeToString((row + random.digits(12)).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static JsonNode json(Object value) {
        return value == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonMapper.builder().build().valueToTree(value);
    }
}
