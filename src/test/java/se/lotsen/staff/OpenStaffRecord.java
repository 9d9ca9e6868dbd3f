package se.lotsen.staff;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.testing.MovedClock;

/** The room's store, put together by hand over a database at an address. */
final class OpenStaffRecord implements AutoCloseable {
    final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    final List<Object> events = new ArrayList<>();
    final JdbcClient database;
    final SerialRecord record;
    final AuditLog audit;
    final AccountTable table;
    final StaffAccounts accounts;
    final Enrolment enrolment;
    final AccountOffice office;
    final SessionTable sessions;
    private final HikariDataSource connections = new HikariDataSource();

    OpenStaffRecord(String url) {
        connections.setJdbcUrl(url);
        Flyway.configure().dataSource(connections).load().migrate();
        database = JdbcClient.create(connections);
        record = new SerialRecord(new TransactionTemplate(new JdbcTransactionManager(connections)));
        audit = new AuditLog(database, record, clock);
        table = new AccountTable(database);
        LinkTable links = new LinkTable(database);
        accounts = new StaffAccounts(record, table);
        enrolment = new Enrolment(record, table, links, Duration.ofDays(1), audit, clock);
        sessions = new SessionTable(record, database, Duration.ofMinutes(30), Duration.ofHours(12));
        office = new AccountOffice(record, table, links, Duration.ofDays(1), events::add, audit, clock);
    }

    /** As one process has it. */
    SignInThrottle throttle() {
        return new SignInThrottle(record, database,
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("lotsen.staff",
                        StaffProperties.class),
                clock);
    }

    @Override
    public void close() {
        connections.close();
    }
}
