package se.lotsen.backup;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresUpgradeIntegrationTests extends UpgradeContract {
    private PostgresForTests schema;

    @Override
    String newDatabase() {
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
