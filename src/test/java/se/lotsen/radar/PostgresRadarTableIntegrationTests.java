package se.lotsen.radar;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresRadarTableIntegrationTests extends RadarTableContract {
    private PostgresForTests schema;

    @Override
    String url() {
        if (schema == null) {
            schema = PostgresForTests.newSchema();
        }
        return schema.url();
    }

    @BeforeEach
    @Override
    void open() {
        super.open();
    }

    @AfterEach
    @Override
    void close() {
        super.close();
        schema.close();
    }
}
