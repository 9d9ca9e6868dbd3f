package se.lotsen.archive;

import org.junit.jupiter.api.AfterAll;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresArchiveIntegrationTests extends ArchiveContract {
    private PostgresForTests schema;

    @Override
    String url() {
        schema = PostgresForTests.newSchema();
        return schema.url();
    }

    @AfterAll
    void drop() {
        if (schema != null) {
            schema.close();
        }
    }
}
