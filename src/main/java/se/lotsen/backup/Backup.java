package se.lotsen.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.api.MigrationVersion;
import se.lotsen.backup.Manifest.Copied;
import se.lotsen.backup.Manifest.Table;
import se.lotsen.knowledge.FolderFiles;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one moment of a database, and the folders right after it, into one file. Work goes on meanwhile: all tables are read
 * in one transaction that sees a single moment. What is published between the two is in the folder alone and becomes a
 * revision when the restored service starts; the other way round it would be taken back.
 */
final class Backup {
    private static final int ROWS_AT_ONCE = 500;
    /** H2's name for what PostgreSQL calls repeatable read: under H2's own repeatable read each table has its moment. */
    private static final int H2_SNAPSHOT = 6;
    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().rootValueSeparator("\n").build())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private final Place place;
    private final Clock clock;
    private final Progress progress;

    Backup(Place place, Clock clock, Progress progress) {
        this.place = place;
        this.clock = clock;
        this.progress = progress;
    }

    /** Blocks; the connection is given back as it was taken. */
    void write(Connection connection, OutputStream target) throws SQLException, IOException {
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        boolean autoCommit = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8)) {
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            String schema = schemaOf(connection);
            List<Table> tables = tables(OwnTables.of(connection, NewTables.known()), connection, zip);
            connection.rollback();
            List<Copied> files = new ArrayList<>();
            for (Place.Folder folder : place.folders()) {
                files.addAll(files(folder, zip));
            }
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            JSON.writerWithDefaultPrettyPrinter().writeValue(zip,
                    new Manifest(Manifest.FORMAT, product(), schema,
                            connection.getMetaData().getDatabaseProductName(), at, tables, files,
                            place.configuration()));
            zip.closeEntry();
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
            connection.setTransactionIsolation(isolation);
        }
    }

    private static String product() {
        String version = Backup.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The highest version, also where a lower one was applied after it. */
    private static String schemaOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select \"version\" from \"" + OwnTables.HISTORY
                        + "\" where \"success\" and \"version\" is not null")) {
            MigrationVersion highest = MigrationVersion.EMPTY;
            while (rows.next()) {
                MigrationVersion version = MigrationVersion.fromVersion(rows.getString(1));
                highest = version.compareTo(highest) > 0 ? version : highest;
            }
            return highest.getVersion();
        }
    }

    private List<Table> tables(OwnTables own, Connection connection, ZipOutputStream zip)
            throws SQLException, IOException {
        List<Table> tables = new ArrayList<>();
        for (String name : own.lasting()) {
            Table table = new Table(name, 0, "");
            zip.putNextEntry(new ZipEntry(table.entry()));
            DigestOutputStream lines = new DigestOutputStream(zip, sha256());
            long rows = lines(own, name, connection, lines);
            zip.closeEntry();
            tables.add(new Table(name, rows, hex(lines.getMessageDigest())));
            progress.done(name, rows);
        }
        return tables;
    }

    private static long lines(OwnTables own, String table, Connection connection, OutputStream target)
            throws SQLException {
        List<Column> columns = own.columns().getOrDefault(table, List.of());
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery(own.select(table));
                    JsonGenerator json = JSON.createGenerator(target)) {
                while (row.next()) {
                    json.writeStartObject();
                    for (int i = 0; i < columns.size(); i++) {
                        columns.get(i).write(row, i + 1, json);
                    }
                    json.writeEndObject();
                    rows++;
                }
            }
        }
        return rows;
    }

    private List<Copied> files(Place.Folder folder, ZipOutputStream zip) throws IOException {
        List<Copied> copied = new ArrayList<>();
        for (Path file : filesIn(folder.path())) {
            String path = folder.path().relativize(file).toString().replace('\\', '/');
            byte[] content;
            try {
                content = Files.readAllBytes(file);
            } catch (NoSuchFileException e) {
                // Removed since the folder was listed: it is no part of the state that is saved.
                continue;
            }
            Copied one = new Copied(folder.name(), path, content.length, hex(sha256(), content));
            zip.putNextEntry(new ZipEntry(one.entry()));
            zip.write(content);
            zip.closeEntry();
            copied.add(one);
        }
        progress.done(folder.name(), copied.size());
        return copied;
    }

    /** In a fixed order; none where there is no folder. */
    static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        return FolderFiles.below(folder).stream().filter(Files::isRegularFile).toList();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hex(MessageDigest digest, byte[] content) {
        digest.update(content);
        return hex(digest);
    }
}
