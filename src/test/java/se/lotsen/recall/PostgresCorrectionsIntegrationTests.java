package se.lotsen.recall;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresCorrectionsIntegrationTests extends CorrectionsContract {
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
