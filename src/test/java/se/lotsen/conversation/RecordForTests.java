package se.lotsen.conversation;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.storage.Replicas;
import se.lotsen.storage.Notices;

/** The record for the tests of other rooms, put together over a database at an address. */
public final class RecordForTests implements AutoCloseable {
    /** After how long a conversation is disposed of here. */
    public static final Duration RETENTION = Duration.ofDays(90);
    public final JdbcClient database;
    public final ConversationStore store;
    public final HandoverStore handover;
    public final Warnings warnings;
    public final Outbox outbox;
    public final Attachments attachments;
    public final QuestionHistory history;
    public final CallStore calls;
    public final TransactionTemplate transactions;
    public final ConversationDisposal disposal;
    public final DisposalLog disposed;
    public final CaseFiles files;
    public final CaseSearch search;
    public final QuestionHistory questions;
    private final HikariDataSource connections = new HikariDataSource();

    /** Migrates the database first. */
    public RecordForTests(String url, Clock clock, HandoverEffects effects) {
        connections.setJdbcUrl(url);
        Flyway.configure().dataSource(connections).load().migrate();
        database = JdbcClient.create(connections);
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(connections));
        this.transactions = template;
        Transactions transactions = new Transactions(template);
        DeskSignals desks = new DeskSignals(Notices.inProcess());
        ConversationSignals signals = new ConversationSignals(Notices.inProcess());
        store = new ConversationStore(database, transactions, signals, Replicas.alone(), clock);
        CaseWriter cases = new CaseWriter(database, transactions, signals, desks, clock, effects,
                OpenRecord::isSecret);
        handover = new HandoverStore(database, transactions, cases);
        history = new QuestionHistory(database, transactions, OpenRecord::isSecret);
        calls = new CallStore(database, transactions, cases, clock);
        warnings = new Warnings(database, transactions, cases);
        outbox = new Outbox(database, transactions, clock);
        attachments = new Attachments(database, transactions, desks, clock);
        questions = new QuestionHistory(database, transactions, OpenRecord::isSecret);
        disposed = new DisposalLog(database, transactions);
        files = new CaseFiles(database, transactions);
        search = new CaseSearch(database, transactions);
        disposal = new ConversationDisposal(database, template, RetentionRules.all(RETENTION), clock);
    }

    /** Disposes of conversations by these rules. */
    public ConversationDisposal disposalBy(RetentionRules rules, Clock clock) {
        return new ConversationDisposal(database, transactions, rules, clock);
    }

    /** Of the H2 file that a service with this data folder has. */
    public static String address(Path dataDir) {
        return OpenRecord.address(dataDir);
    }

    /** A new conversation. */
    public ConversationId start() {
        return store.start(key()).id();
    }

    /** A key that was never used. */
    public static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    @Override
    public void close() {
        connections.close();
    }
}
