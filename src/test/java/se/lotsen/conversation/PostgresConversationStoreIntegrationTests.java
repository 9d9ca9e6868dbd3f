package se.lotsen.conversation;

import org.junit.jupiter.api.AfterAll;
import se.lotsen.testing.PostgresForTests;

/** The record in a real PostgreSQL. */
class PostgresConversationStoreIntegrationTests extends ConversationStoreContract {
    private PostgresForTests schema;

    @Override
    OpenRecord open() {
        schema = PostgresForTests.newSchema();
        return OpenRecord.at(schema.url());
    }

    /** Its writers wait for nobody but the database. */
    @Override
    public HandoverStore elsewhere() {
        return new HandoverStore(record().database, new Transactions(record().transactions), record().signals,
                record().desks, record().clock, HandoverEffects.NONE,
                OpenRecord::isSecret);
    }

    @Override
    public AgentReplies repliesElsewhere() {
        return new AgentReplies(record().database, new Transactions(record().transactions), record().signals,
                record().desks, record().clock, HandoverEffects.NONE, OpenRecord::isSecret);
    }

    @AfterAll
    void drop() {
        if (schema != null) {
            schema.close();
        }
    }
}
