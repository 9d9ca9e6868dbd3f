package se.lotsen.gaps;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresGapBookIntegrationTests extends GapBookContract {
    private PostgresForTests schema;

    @Override
    String url() {
        if (schema == null) {
            schema = PostgresForTests.newSchema();
        }
        return schema.url();
    }

    @AfterEach
    @Override
    void close() {
        super.close();
        schema.close();
    }
}
