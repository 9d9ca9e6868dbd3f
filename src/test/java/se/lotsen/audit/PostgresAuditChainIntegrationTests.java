package se.lotsen.audit;

import org.junit.jupiter.api.AfterAll;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresAuditChainIntegrationTests extends AuditChainContract {
    private PostgresForTests schema;

    @Override
    String url() {
        schema = PostgresForTests.newSchema();
        return schema.url();
    }

    @Override
    boolean ownProcesses() {
        return true;
    }

    @AfterAll
    void drop() {
        if (schema != null) {
            schema.close();
        }
    }
}
