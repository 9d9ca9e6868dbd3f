package se.lotsen.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.lotsen.testing.Masked.masked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lotsen.backup.BackupFault.Reason;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.testing.SeededRandom;

/** What a backup keeps and refuses, from one kind of database to another. */
@Timeout(180)
abstract class BackupContract {
    private static final int DRILLS = Integer.getInteger("lotsen.drills", 2);
    private static final int FAULTS = Integer.getInteger("lotsen.backup.faults", 40);
    @TempDir
    Path folder;
    private final SeededRandom random = new SeededRandom();
    private int places;

    /** A new place's database. */
    abstract String newDatabase(Path data);

    /** Where it is restored to; the same kind unless a subclass says otherwise. */
    String newTarget(Path data) {
        return newDatabase(data);
    }

    private Place place(boolean target) throws IOException {
        Path home = Files.createDirectories(folder.resolve("place" + ++places));
        String url = target ? newTarget(home.resolve("data")) : newDatabase(home.resolve("data"));
        return new Place(url, null, null, home.resolve("data"), home.resolve("knowledge"),
                home.resolve("prompts"),
                List.of("lotsen.model.api-key"));
    }

    private Place source() throws IOException {
        Place place = place(false);
        Files.createDirectories(place.knowledge().resolve("pages"));
        Files.writeString(place.knowledge().resolve("pages/å.md"), "# Öppet\n");
        Files.writeString(place.knowledge().resolve("synonyms.txt"), "dagis, förskola\n");
        Files.createDirectories(place.prompts());
        Files.writeString(place.prompts().resolve("p.md"), "Svara.\n");
        return place;
    }

    private static Vault vault(Place place) {
        return new Vault(place, Clock.systemUTC(), Progress.SILENT);
    }

    private static Connection open(Place place) throws SQLException {
        return new DriverManagerDataSource(place.url()).getConnection();
    }

    private static void migrate(Place place, String version) {
        Flyway.configure().dataSource(place.url(), null, null).target(version).load().migrate();
    }

    private Place filled(String version) throws SQLException, IOException {
        Place place = source();
        migrate(place, version);
        try (Connection connection = open(place)) {
            new FilledTables(connection, random, 12).fill();
        }
        return place;
    }

    private Path backup(Place place) {
        Path file = folder.resolve("backup" + UUID.randomUUID() + ".zip");
        vault(place).backup(file);
        return file;
    }

    /** Every table's lines, in an order of their own: databases sort texts differently. */
    private static Map<String, List<String>> tables(Path backup) throws IOException {
        Map<String, List<String>> tables = new HashMap<>();
        try (BackupFile file = BackupFile.open(backup)) {
            for (Manifest.Table table : file.manifest().tables()) {
                try (var lines = file.lines(table)) {
                    tables.put(table.name(), lines.lines().sorted().toList());
                }
            }
        }
        return tables;
    }

    private static Reason reasonOf(Runnable work) {
        try {
            work.run();
            throw new AssertionError("was not refused");
        } catch (BackupFault e) {
            assertThat(e.text()).isNotBlank().doesNotContain("{0}");
            return e.reason();
        }
    }

    @Test
    void everyRowAndFileIsThereAgain() throws Exception {
        Place place = filled("latest");
        Place fresh = place(true);
        Path backup = backup(place);
        vault(fresh).restore(backup, false);
        Map<String, List<String>> saved = tables(backup);
        assertThat(saved).as("a restore lets nobody in who has signed out")
                .doesNotContainKeys(OwnTables.PASSING.toArray(String[]::new)).containsKeys("staff_account");
        assertThat(saved.values()).as("every table has rows, so that the comparison says something")
                .allSatisfy(lines -> assertThat(lines).hasSizeGreaterThanOrEqualTo(12));
        assertThat(tables(backup(fresh))).as(random.toString()).isEqualTo(saved);
        assertThat(fresh.knowledge().resolve("pages/å.md")).hasContent("# Öppet\n");
        assertThat(fresh.prompts().resolve("p.md")).hasContent("Svara.\n");
        assertThat(Files.readString(folderOf(backup, "manifest.json"))).contains("lotsen.model.api-key");
    }

    private Path folderOf(Path backup, String entry) throws IOException {
        Path file = folder.resolve("entry" + UUID.randomUUID());
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Files.write(file, zip.getInputStream(zip.getEntry(entry)).readAllBytes());
        }
        return file;
    }

    @Test
    void aBackupOfAnOlderVersionIsUpdated() throws Exception {
        for (String version : List.of("1", "4", "8", "15")) {
            Place place = filled(version);
            Place fresh = place(true);
            vault(fresh).restore(backup(place), false);
            Map<String, List<String>> now = tables(backup(fresh));
            assertThat(now.get("conversation")).as("version %s", version).hasSize(12);
            assertThat(now).containsKey("insight_total");
        }
    }

    @Test
    void whatIsNumberedGoesOnWhereItWas() throws Exception {
        Place fresh = place(true);
        vault(fresh).restore(backup(filled("latest")), false);
        try (Connection connection = open(fresh); var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into audit_entry (happened_at, account, account_name, action, subject, detail)"
                            + " values (current_timestamp, '', 'x', 'x', 'x', '')");
            try (var row = statement
                    .executeQuery(
                            "select id, (select max(id) from audit_entry) from audit_entry where action = 'x'")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(row.getLong(2));
            }
        }
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenThatIsSaid() throws Exception {
        Path backup = backup(filled("latest"));
        Place other = filled("latest");
        assertThat(reasonOf(() -> vault(other).restore(backup, false))).isEqualTo(Reason.DATABASE_NOT_EMPTY);
        Place folders = place(true);
        Files.createDirectories(folders.knowledge());
        Files.writeString(folders.knowledge().resolve("own.md"), "Eget");
        assertThat(reasonOf(() -> vault(folders).restore(backup, false))).isEqualTo(Reason.FOLDER_NOT_EMPTY);

        Files.writeString(other.knowledge().resolve("own.md"), "Eget");
        vault(other).restore(backup, true);
        assertThat(tables(backup(other))).isEqualTo(tables(backup));
        assertThat(other.knowledge().resolve("own.md")).doesNotExist();
        try (var aside = Files.walk(other.data())) {
            assertThat(aside.filter(file -> file.endsWith("knowledge-base/own.md"))).hasSize(1);
        }
    }

    @Test
    void nothingIsWrittenOverABackup() throws Exception {
        Place place = filled("latest");
        Path backup = backup(place);
        byte[] before = Files.readAllBytes(backup);
        assertThat(reasonOf(() -> vault(place).backup(backup))).isEqualTo(Reason.TARGET_EXISTS);
        assertThat(Files.readAllBytes(backup)).isEqualTo(before);
    }

    @Test
    void whatANewerVersionHasWrittenIsRefused() throws Exception {
        Place fresh = place(true);
        Path backup = backup(filled("latest"));
        Path newer = rewritten(backup, Manifest.ENTRY, text -> text.replaceFirst("\"schema\" : \"\\d+\"",
                "\"schema\" : \"9999\""));
        assertThat(reasonOf(() -> vault(fresh).restore(newer, false))).isEqualTo(Reason.NEWER);
        Path format = rewritten(backup, Manifest.ENTRY,
                text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2"));
        assertThat(reasonOf(() -> vault(fresh).restore(format, false))).isEqualTo(Reason.NEWER);
        vault(fresh).restore(backup, false);
    }

    @Test
    void whatWasChangedOrAddedInTheFileIsRefused() throws Exception {
        Place fresh = place(true);
        Path backup = backup(filled("latest"));
        for (String entry : List.of("tables/conversation.jsonl", "knowledge-base/pages/å.md")) {
            Path changed = rewritten(backup, entry, text -> text.replaceFirst("a|Ö", "b"));
            assertThat(reasonOf(() -> vault(fresh).restore(changed, false))).isEqualTo(Reason.BROKEN);
        }
        Path outside = rewritten(backup, Manifest.ENTRY,
                text -> text.replace("\"path\" : \"pages/å.md\"", "\"path\" : \"../../out.md\""));
        assertThat(reasonOf(() -> vault(fresh).restore(outside, false))).isEqualTo(Reason.BROKEN);
        Path added = rewritten(backup, Manifest.ENTRY, text -> text.replace("synonyms.txt", "other.txt"));
        assertThat(reasonOf(() -> vault(fresh).restore(added, false))).isEqualTo(Reason.BROKEN);
        assertThat(fresh.knowledge()).doesNotExist();
    }

    private Path rewritten(Path backup, String entry, java.util.function.UnaryOperator<String> change)
            throws IOException {
        Path changed = folder.resolve("changed" + UUID.randomUUID() + ".zip");
        try (ZipFile from = new ZipFile(backup.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry one : java.util.Collections.list(from.entries())) {
                byte[] content = from.getInputStream(one).readAllBytes();
                to.putNextEntry(new ZipEntry(one.getName()));
                to.write(
                        one.getName().equals(entry) ? change.apply(new String(content)).getBytes() : content);
                to.closeEntry();
            }
        }
        assertThat(Files.mismatch(backup, changed)).isNotEqualTo(-1);
        return changed;
    }

    /** A byte of the container itself may be flipped without harm; then what is restored is what was saved. */
    @Test
    void aDamagedFileIsRefusedOrRestoredWhole() throws Exception {
        Path backup = backup(filled("latest"));
        byte[] whole = Files.readAllBytes(backup);
        int refused = 0;
        for (int i = 0; i < FAULTS; i++) {
            boolean cut = random.below(2) == 0;
            int at = random.below(whole.length);
            byte[] damaged = cut ? Arrays.copyOf(whole, at) : whole.clone();
            if (!cut) {
                damaged[at] ^= (byte) (1 << random.below(8));
            }
            Path file = Files.write(folder.resolve("damaged.zip"), damaged);
            try (BackupFile opened = BackupFile.open(file)) {
                assertThat(cut).as("%s, %d", random, at).isFalse();
                assertThat(opened.manifest().tables()).isNotEmpty();
            } catch (BackupFault e) {
                assertThat(e.reason()).as("%s, %d", random, at).isIn(Reason.HALF, Reason.BROKEN,
                        Reason.NEWER);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(FAULTS / 2);
        System.out.printf("damaged backups: %d of %d refused, the others whole (%s)%n", refused, FAULTS,
                random);
    }

    @Test
    void whatWasDeletedAfterTheBackupStaysDeleted() throws Exception {
        Place place = source();
        ConversationId kept;
        ConversationId deleted;
        Path backup;
        try (RecordForTests record = new RecordForTests(place.url(), Clock.systemUTC(),
                HandoverEffects.NONE)) {
            kept = record.start();
            deleted = record.start();
            backup = backup(place);
            record.disposal.disposeNow(deleted);
        }
        vault(place).restore(backup, true);
        try (RecordForTests record = new RecordForTests(place.url(), Clock.systemUTC(),
                HandoverEffects.NONE)) {
            assertThat(record.database.sql("select id from conversation").query(UUID.class).list())
                    .containsExactly(kept.value());
            assertThat(record.disposal.tombstone(deleted)).isPresent();
        }
    }

    /** Writers are at work all the time: the backup is one moment, and has all that was acknowledged before it was asked for. */
    @Test
    void aDrillAtARandomMomentLosesNothingAndIsOneMoment() throws Exception {
        for (int drill = 0; drill < DRILLS; drill++) {
            Place place = source();
            Place fresh = place(true);
            Path backup;
            Map<ConversationId, Long> acknowledged;
            try (RecordForTests record = new RecordForTests(place.url(), Clock.systemUTC(),
                    HandoverEffects.NONE)) {
                Map<ConversationId, Long> written = new ConcurrentHashMap<>();
                AtomicBoolean stop = new AtomicBoolean();
                try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int i = 0; i < 4; i++) {
                        writers.submit(() -> write(record, written, stop));
                    }
                    Thread.sleep(random.between(20, 300));
                    acknowledged = Map.copyOf(written);
                    backup = backup(place);
                    stop.set(true);
                }
            }
            vault(fresh).restore(backup, false);
            assertWhole(fresh, acknowledged);
        }
        System.out.printf("restore drills: %d, nothing lost (%s)%n", DRILLS, random);
    }

    private static void write(RecordForTests record, Map<ConversationId, Long> written, AtomicBoolean stop) {
        while (!stop.get()) {
            ConversationId talk = record.start();
            for (int n = 1; n <= 3 && !stop.get(); n++) {
                var asked = record.store.ask(talk, RecordForTests.key(), masked("Vad kostar det?"), "sv");
                record.store.answer(asked.event(),
                        List.of(new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, asked.answer(),
                                0.9)));
                written.put(talk, 2L * n);
            }
        }
    }

    private void assertWhole(Place fresh, Map<ConversationId, Long> acknowledged) {
        try (RecordForTests record = new RecordForTests(fresh.url(), Clock.systemUTC(),
                HandoverEffects.NONE)) {
            acknowledged.forEach((talk, events) -> assertThat(
                    new ArrayList<>(record.store.eventsAfter(talk, 0)).size()).as("%s %s", random, talk)
                    .isGreaterThanOrEqualTo(events.intValue()));
            assertThat(record.database
                    .sql("""
                            select count(*) from conversation c where last_event <>
                            (select count(*) from event e where e.conversation_id = c.id)
                            or last_event <> (select coalesce(max(id), 0) from event e where e.conversation_id = c.id)""")
                    .query(Long.class).single()).as("conversations with a gap, %s", random).isZero();
        }
    }

    @Test
    void aPlaceWithoutADatabaseIsNotMadeByABackup() throws Exception {
        Place nothing = new Place("jdbc:h2:file:" + folder.resolve("none/x"), null, null,
                folder.resolve("none"),
                folder, folder, List.of());
        assertThat(reasonOf(() -> vault(nothing).backup(folder.resolve("b.zip"))))
                .isEqualTo(Reason.NO_DATABASE);
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(reasonOf(() -> vault(nothing).restore(folder.resolve("b.zip"), false)))
                .isEqualTo(Reason.MISSING);
        assertThatThrownBy(() -> UnfinishedRestore.refuse(mark())).isInstanceOf(BackupFault.class);
    }

    private Path mark() throws IOException {
        Files.writeString(UnfinishedRestore.in(folder), "");
        return folder;
    }
}
