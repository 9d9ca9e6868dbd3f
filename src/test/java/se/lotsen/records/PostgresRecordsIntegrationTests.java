package se.lotsen.records;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresRecordsIntegrationTests extends RecordsContract {
    private PostgresForTests schema;

    @Override
    String url() {
        schema = PostgresForTests.newSchema();
        return schema.url();
    }

    @AfterEach
    @Override
    void close() {
        super.close();
        schema.close();
    }
}
