package se.lotsen.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a database of an earlier version held: {@code src/test/resources/upgrade/V15.jsonl} has in each line a table's name and
 * one of its rows. Both kinds of database read it.
 */
final class StoredFixture {
    static final Path FOLDER = Path.of("src/test/resources/upgrade");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredFixture() {
    }

    static Path file(String version) {
        return FOLDER.resolve("V" + version + ".jsonl");
    }

    /** Into a database that has this version's tables. */
    static void load(String version, Connection connection) throws SQLException, IOException {
        OwnTables own = OwnTables.of(connection);
        empty(own, connection);
        for (String line : Files.readAllLines(file(version), StandardCharsets.UTF_8)) {
            for (var entry : JSON.readTree(line).properties()) {
                insert(entry.getKey(), own.columns().get(entry.getKey()), entry.getValue(), connection);
            }
        }
    }

    /** The rows of one database in the tables of another, as far as these have room for them. */
    static void copy(Connection from, Connection to) throws SQLException {
        OwnTables wide = OwnTables.of(from);
        OwnTables narrow = OwnTables.of(to);
        empty(narrow, to);
        for (String table : narrow.names()) {
            for (JsonNode row : rows(wide, table, from)) {
                insert(table, narrow.columns().get(table), row, to);
            }
        }
    }

    /** What migrations have put in is among the rows. */
    private static void empty(OwnTables own, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : new ArrayList<>(own.names()).reversed()) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    static List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        OwnTables own = OwnTables.of(connection);
        for (String table : own.names()) {
            for (JsonNode row : rows(own, table, connection)) {
                ObjectNode line = JSON.createObjectNode();
                line.set(table, row);
                lines.add(JSON.writeValueAsString(line));
            }
        }
        return lines;
    }

    private static List<JsonNode> rows(OwnTables own, String table, Connection connection)
            throws SQLException {
        List<Column> columns = own.columns().get(table);
        List<JsonNode> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(own.select(table))) {
            while (row.next()) {
                var text = new java.io.StringWriter();
                try (var json = JSON.createGenerator(text)) {
                    json.writeStartObject();
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).write(row, i + 1, json);
                    }
                    json.writeEndObject();
                }
                rows.add(JSON.readTree(text.toString()));
            }
        }
        return rows;
    }

    private static void insert(String table, List<Column> columns, JsonNode row, Connection connection)
            throws SQLException {
        List<Column> given = columns.stream().filter(column -> row.has(column.name())).toList();
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                + given.stream().map(Column::name).collect(Collectors.joining(", ")) + ") values ("
                + given.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")")) {
            for (int i = 0; i < given.size(); i++) {
                given.get(i).bind(insert, i + 1, row.path(given.get(i).name()));
            }
            insert.executeUpdate();
        }
    }
}
