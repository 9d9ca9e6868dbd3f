package se.lotsen.importing;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresImportIntegrationTests extends ImportContract {
    private PostgresForTests schema;

    @Override
    String url() {
        return schema.url();
    }

    @BeforeEach
    @Override
    void open() throws IOException {
        schema = PostgresForTests.newSchema();
        super.open();
    }

    @AfterEach
    @Override
    void close() throws IOException {
        super.close();
        schema.close();
    }
}
