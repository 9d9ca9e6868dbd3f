package se.lotsen.conversation;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** An update over a real PostgreSQL. */
class PostgresMigrationIntegrationTests extends MigrationContract {
    private PostgresForTests schema;

    @Override
    String address() {
        schema = PostgresForTests.newSchema();
        return schema.url();
    }

    @AfterEach
    void drop() {
        if (schema != null) {
            schema.close();
        }
    }
}
