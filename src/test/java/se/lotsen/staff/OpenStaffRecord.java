package se.lotsen.staff;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.testing.MovedClock;

/** The room's store, put together by hand over a database at an address. */
final class OpenStaffRecord implements AutoCloseable {
    final MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
    final List<Object> events = new ArrayList<>();
    final JdbcClient database;
    final StaffRecord record;
    final AccountTable table;
    final StaffAccounts accounts;
    final Enrolment enrolment;
    final AccountOffice office;
    private final HikariDataSource connections = new HikariDataSource();

    OpenStaffRecord(String url) {
        connections.setJdbcUrl(url);
        Flyway.configure().dataSource(connections).load().migrate();
        database = JdbcClient.create(connections);
        record = new StaffRecord(new TransactionTemplate(new JdbcTransactionManager(connections)));
        table = new AccountTable(database);
        LinkTable links = new LinkTable(database);
        accounts = new StaffAccounts(record, table);
        enrolment = new Enrolment(record, table, links, Duration.ofDays(1), clock);
        office = new AccountOffice(record, table, links, Duration.ofDays(1), events::add, clock);
    }

    @Override
    public void close() {
        connections.close();
    }
}
