package se.lotsen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.audit.AuditVerdict.Broken;
import se.lotsen.audit.AuditVerdict.Fault;
import se.lotsen.audit.AuditVerdict.Intact;
import se.lotsen.storage.SerialRecord;
import se.lotsen.testing.MovedClock;
import se.lotsen.testing.SeededRandom;

/**
 * What the chain promises, whichever database holds it. {@code -Dlotsen.tampering=1000} changes a byte of each of 1,000 entries;
 * without it every 20th is changed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditChainContract {
    private static final int ENTRIES = 1_000;
    private static final int TAMPERED = Integer.getInteger("lotsen.tampering", 50);
    private static final List<String> FIELDS = List.of("id", "happened_at", "account", "account_name",
            "action",
            "subject", "detail", "hash");
    private final SeededRandom random = new SeededRandom();
    private final MovedClock clock = new MovedClock("2026-11-24T09:00:00.123456Z");
    private final HikariDataSource connections = new HikariDataSource();
    private JdbcClient database;
    private AuditLog log;

    abstract String url();

    @BeforeEach
    void begin() {
        if (database == null) {
            connections.setJdbcUrl(url());
            Flyway.configure().dataSource(connections).load().migrate();
            database = JdbcClient.create(connections);
        }
        database.sql("delete from audit_entry").update();
        database.sql("update audit_head set entries = 0, last_entry = 0, hash = null, start_entry = 0,"
                + " start_hash = :genesis").param("genesis", AuditChain.GENESIS).update();
        log = process(clock);
    }

    @AfterAll
    void close() {
        connections.close();
    }

    private AuditLog process(Clock time) {
        return new AuditLog(database, new SerialRecord(
                new TransactionTemplate(new JdbcTransactionManager(connections))), time);
    }

    private void write(int entries) {
        Actor anna = new Actor("konto-1", "Anna Åström");
        for (int i = 0; i < entries; i++) {
            clock.move(Duration.ofSeconds(1));
            log.record(i % 3 == 0 ? Actor.machine("Mappen") : anna, "publish",
                    "pages/sida-" + i + ".md", i % 5 == 0 ? "" : "nr " + i);
        }
    }

    private List<Long> ids() {
        return database.sql("select id from audit_entry order by id").query(Long.class).list();
    }

    private List<String> exported() {
        List<String> lines = new ArrayList<>();
        log.export(lines::add);
        return lines;
    }

    @Test
    void anEmptyLogIsIntact() {
        log.chain();
        assertThat(log.verify(null)).isInstanceOf(Intact.class);
        assertThat(AuditExport.verify(exported().stream(), log.head())).isInstanceOf(Intact.class);
    }

    @Test
    void anUntouchedLogIsIntactInTheDatabaseAndInItsExport() {
        write(1_200);
        AuditAnchor head = log.head();
        assertThat(log.verify(head)).isEqualTo(new Intact(1_200, head));
        assertThat(AuditExport.verify(exported().stream(), head)).isEqualTo(new Intact(1_200, head));
    }

    @Test
    void entriesOfAnEarlierVersionAreChainedOnce() {
        write(7);
        database.sql("update audit_entry set hash = null").update();
        database.sql("update audit_head set entries = 0, last_entry = 0, hash = null").update();
        AuditLog next = process(clock);
        next.chain();
        AuditAnchor head = next.head();
        next.chain();
        assertThat(next.head()).isEqualTo(head);
        next.record(Actor.machine("Mappen"), "publish", "b", "");
        assertThat(next.verify(head)).isInstanceOf(Intact.class);
    }

    @Test
    void anEntryOfWhichOneByteWasChangedIsFoundInTheDatabase() {
        write(ENTRIES);
        List<Long> ids = ids();
        int detected = 0;
        for (int i = 0; i < TAMPERED; i++) {
            long id = ids.get(i * ENTRIES / TAMPERED);
            Runnable undo = tamper(id, FIELDS.get(random.below(FIELDS.size())));
            if (log.verify(null) instanceof Broken) {
                detected++;
            }
            undo.run();
        }
        System.out.printf("audit log in the database: %d of %d changed bytes detected, %s%n", detected,
                TAMPERED,
                random);
        assertThat(detected).as(random.toString()).isEqualTo(TAMPERED);
        assertThat(log.verify(null)).isInstanceOf(Intact.class);
    }

    /** Changes one byte of one field, or adds one to an empty field; gives back how to undo it. */
    private Runnable tamper(long id, String field) {
        if (field.equals("id")) {
            long far = id + 1_000_000;
            set("id", far, id);
            return () -> set("id", id, far);
        }
        if (field.equals("happened_at")) {
            Instant was = database.sql("select happened_at from audit_entry where id = :id").param("id", id)
                    .query(java.time.OffsetDateTime.class).single().toInstant();
            set(field, se.lotsen.storage.Moments.stored(was.plusNanos(1_000L << random.below(20))), id);
            return () -> set(field, se.lotsen.storage.Moments.stored(was), id);
        }
        String was = database.sql("select " + field + " from audit_entry where id = :id").param("id", id)
                .query(String.class).single();
        set(field, changed(was), id);
        return () -> set(field, was, id);
    }

    private void set(String field, Object value, long id) {
        database.sql("update audit_entry set " + field + " = :value where id = :id").param("value", value)
                .param("id", id).update();
    }

    private String changed(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.below(text.length());
        char other = text.charAt(at) == 'a' ? 'b' : 'a';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    @Test
    void anyByteOfAnExportThatWasChangedIsFound() {
        write(ENTRIES);
        AuditAnchor head = log.head();
        List<String> lines = exported();
        int detected = 0;
        for (int i = 0; i < TAMPERED; i++) {
            int at = 1 + i * ENTRIES / TAMPERED;
            List<String> other = new ArrayList<>(lines);
            other.set(at, flipped(lines.get(at)));
            if (AuditExport.verify(other.stream(), i % 2 == 0 ? null : head) instanceof Broken) {
                detected++;
            }
        }
        System.out.printf("audit log's export: %d of %d changed bytes detected, %s%n", detected, TAMPERED,
                random);
        assertThat(detected).as(random.toString()).isEqualTo(TAMPERED);
    }

    private String flipped(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        bytes[random.below(bytes.length)] ^= (byte) (1 << random.below(7));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aFirstLineThatWasChangedIsFound() {
        write(20);
        List<String> lines = exported();
        for (int at = 0; at < lines.getFirst().length(); at++) {
            List<String> other = new ArrayList<>(lines);
            char[] first = lines.getFirst().toCharArray();
            first[at] = first[at] == '1' ? '2' : '1';
            other.set(0, new String(first));
            assertThat(AuditExport.verify(other.stream(), null)).as("at %d", at).isInstanceOf(Broken.class);
        }
    }

    @Test
    void aRemovedEntryIsFound() {
        write(30);
        long gone = ids().get(11);
        List<String> lines = exported();
        lines.remove(12);
        assertThat(AuditExport.verify(lines.stream(), null)).isEqualTo(new Broken(Fault.HASH, ids().get(12)));
        database.sql("delete from audit_entry where id = :id").param("id", gone).update();
        assertThat(log.verify(null)).isEqualTo(new Broken(Fault.HASH, ids().get(11)));
    }

    @Test
    void swappedEntriesAreFound() {
        write(30);
        List<Long> ids = ids();
        List<String> lines = exported();
        Collections.swap(lines, 5, 9);
        assertThat(AuditExport.verify(lines.stream(), null)).isInstanceOf(Broken.class);
        set("id", 9_999_999, ids.get(4));
        set("id", ids.get(4), ids.get(8));
        set("id", ids.get(8), 9_999_999);
        assertThat(log.verify(null)).isEqualTo(new Broken(Fault.HASH, ids.get(4)));
    }

    @Test
    void anEntryBehindTheEndIsFound() {
        write(3);
        database.sql("""
                insert into audit_entry (happened_at, account, account_name, action, subject, detail)
                select happened_at, account, account_name, action, subject, detail from audit_entry""")
                .update();
        assertThat(log.verify(null)).isEqualTo(new Broken(Fault.HASH, ids().get(3)));
    }

    @Test
    void aTailThatWasCutOffIsFound() {
        write(30);
        List<String> lines = exported();
        AuditAnchor head = log.head();
        database.sql("delete from audit_entry where id > :id").param("id", ids().get(19)).update();
        assertThat(log.verify(null)).isEqualTo(new Broken(Fault.END, ids().get(19)));
        assertThat(AuditExport.verify(lines.subList(0, 21).stream(), null)).isInstanceOf(Broken.class);

        // Whoever knows how moves the end as well: that shows against what was noted elsewhere alone.
        String hash = database.sql("select hash from audit_entry where id = :id").param("id", ids().get(19))
                .query(String.class).single();
        database.sql("update audit_head set entries = 20, last_entry = :last, hash = :hash")
                .param("last", ids().get(19)).param("hash", hash).update();
        assertThat(log.verify(null)).isInstanceOf(Intact.class);
        assertThat(log.verify(head)).isEqualTo(new Broken(Fault.ANCHOR, ids().get(19)));
        assertThat(AuditExport.verify(exported().stream(), head)).isInstanceOf(Broken.class);
    }

    @Test
    void aLogThatWasWrittenAnewIsFoundByWhatWasNotedBefore() {
        write(30);
        AuditAnchor noted = new AuditAnchor(ids().get(9),
                database.sql("select hash from audit_entry where id = :id").param("id", ids().get(9))
                        .query(String.class).single());
        write(5);
        assertThat(log.verify(noted)).isInstanceOf(Intact.class);
        set("detail", "annat", ids().get(3));
        database.sql("update audit_head set hash = null").update();
        log.chain();
        assertThat(log.verify(null)).isInstanceOf(Intact.class);
        assertThat(log.verify(noted)).isEqualTo(new Broken(Fault.ANCHOR, ids().get(9)));
    }

    @Test
    void oldEntriesAreDisposedOfAndTheRestStaysAChain() {
        write(30);
        Instant middle = database.sql("select happened_at from audit_entry where id = :id")
                .param("id", ids().get(20)).query(java.time.OffsetDateTime.class).single().toInstant();
        SerialRecord record = new SerialRecord(
                new TransactionTemplate(new JdbcTransactionManager(connections)));
        long gone = record
                .write(() -> log.disposeBefore(middle, Actor.machine("Gallring"), "KS 2026:1"));
        assertThat(gone).isEqualTo(20);
        assertThat(log.verify(null)).isEqualTo(new Intact(11, log.head()));
        assertThat(log.entries(null, Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("audit-disposed");
            assertThat(entry.detail()).isEqualTo("20 KS 2026:1");
        });
    }

    @Test
    void severalProcessesWriteOneChain() throws Exception {
        List<AuditLog> processes = IntStream.range(0, 3).mapToObj(n -> process(clock)).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            List<java.util.concurrent.Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                AuditLog one = processes.get(i % (ownProcesses() ? 3 : 1));
                all.add(pool.submit(() -> one.record(Actor.machine("prov"), "publish", "a", "")));
            }
            for (java.util.concurrent.Future<?> one : all) {
                one.get();
            }
        }
        assertThat(log.verify(null)).isEqualTo(new Intact(60, log.head()));
    }

    /** Whether several processes may hold the database at once. */
    abstract boolean ownProcesses();
}
