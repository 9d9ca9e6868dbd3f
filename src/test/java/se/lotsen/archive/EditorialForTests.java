package se.lotsen.archive;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The archive's record and its log for the tests of other rooms, over their database. */
public final class EditorialForTests {
    public final SerialRecord record;
    public final AuditLog log;

    public EditorialForTests(JdbcClient database, TransactionOperations transactions, Clock clock) {
        record = new SerialRecord(transactions);
        log = new AuditLog(database, record, clock);
    }
}
