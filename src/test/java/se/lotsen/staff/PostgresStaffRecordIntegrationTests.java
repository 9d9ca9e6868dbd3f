package se.lotsen.staff;

import org.junit.jupiter.api.AfterEach;
import se.lotsen.testing.PostgresForTests;

/** In a real PostgreSQL. */
class PostgresStaffRecordIntegrationTests extends StaffRecordContract {
    private PostgresForTests schema;

    @Override
    OpenStaffRecord open() {
        schema = PostgresForTests.newSchema();
        return new OpenStaffRecord(schema.url());
    }

    @AfterEach
    void drop() {
        if (schema != null) {
            schema.close();
        }
    }
}
