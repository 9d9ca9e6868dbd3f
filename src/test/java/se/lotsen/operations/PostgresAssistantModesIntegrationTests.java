package se.lotsen.operations;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresAssistantModesIntegrationTests extends AssistantModesContract {
    private PostgresForTests schema;

    @Override
    String url() {
        schema = PostgresForTests.newSchema();
        return schema.url();
    }

    @AfterEach
    void drop() {
        schema.close();
    }
}
