package se.lotsen.conversation;

import se.lotsen.testing.PostgresForTests;

/** The record in a real PostgreSQL. */
class PostgresConversationStoreIntegrationTests extends ConversationStoreContract {

    @Override
    OpenRecord open() {
        return OpenRecord.at(PostgresForTests.newSchema());
    }
}
