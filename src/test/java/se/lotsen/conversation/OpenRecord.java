package se.lotsen.conversation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.conversation.ConversationEvent.StateChanged;
import se.lotsen.conversation.HandoverEffects.Effect;
import se.lotsen.storage.Replicas;
import se.lotsen.storage.Notices;

/** The room, put together by hand over a database at an address. */
final class OpenRecord implements AutoCloseable {
    static final Duration RETENTION = Duration.ofDays(90);
    final SettableClock clock = new SettableClock();
    final ConversationSignals signals = new ConversationSignals(Notices.inProcess());
    final JdbcClient database;
    final TransactionTemplate transactions;
    final Transactions rowLocks;
    final ConversationStore store;
    final DeskSignals desks = new DeskSignals(Notices.inProcess());
    final HandoverStore handover;
    final Warnings warnings;
    final AgentReplies replies;
    final CaseMarks marks;
    final CaseSearch search;
    final CaseWriter cases;
    final CallStore calls;
    final DeskCodes codes;
    final Outbox outbox;
    final Attachments attachments;
    final ConversationStream stream;
    final ConversationDisposal disposal;
    final CaseFiles files;
    final DatabaseFile file;
    private final HikariDataSource connections;

    private OpenRecord(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setAllowPoolSuspension(true);
        connections = new HikariDataSource(pool);
        Flyway.configure().dataSource(connections).load().migrate();
        database = JdbcClient.create(connections);
        transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
        rowLocks = new Transactions(transactions);
        store = new ConversationStore(database, rowLocks, signals, Replicas.alone(), clock);
        cases = new CaseWriter(database, rowLocks, signals, desks, clock, OpenRecord::effects,
                OpenRecord::isSecret);
        handover = new HandoverStore(database, rowLocks, cases);
        warnings = new Warnings(database, rowLocks, cases);
        replies = new AgentReplies(database, rowLocks, cases, clock);
        search = new CaseSearch(database, rowLocks);
        marks = new CaseMarks(database, rowLocks, desks);
        calls = new CallStore(database, rowLocks, cases, clock);
        codes = new DeskCodes(database, rowLocks, cases, clock);
        outbox = new Outbox(database, rowLocks, clock);
        attachments = new Attachments(database, rowLocks, desks, clock);
        stream = new ConversationStream(store, signals);
        disposal = disposalIn(transactions);
        files = new CaseFiles(database, rowLocks);
        file = new DatabaseFile(connections, 1_000_000);
    }

    static OpenRecord at(String url) {
        return new OpenRecord(url);
    }

    /** The file that a service with this data folder has, opened with exactly its settings. */
    static OpenRecord in(Path dataDir) {
        return at(address(dataDir));
    }

    /** Where such a file is. */
    static String address(Path dataDir) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Properties defaults = yaml.getObject();
        return defaults.getProperty("spring.datasource.url").replace("${lotsen.data-dir}",
                dataDir.toString());
    }

    ConversationDisposal disposalIn(TransactionOperations other) {
        return new ConversationDisposal(database, other, RetentionRules.all(RETENTION), clock);
    }

    /** Queues that are named so. */
    static boolean isSecret(String queue) {
        return queue.startsWith("hemlig");
    }

    /** One for each change of state, none for messages. */
    private static List<Effect> effects(StoredEvent event, Standing standing) {
        return event.event() instanceof StateChanged changed
                ? List.of(new Effect("test", "{\"change\":\"" + changed.change() + "\"}"))
                : List.of();
    }

    @Override
    public void close() {
        connections.close();
    }
}
