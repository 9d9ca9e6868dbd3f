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
        Transactions own = new Transactions(record().transactions);
        return new HandoverStore(record().database, own, writer(own));
    }

    @Override
    public AgentReplies repliesElsewhere() {
        Transactions own = new Transactions(record().transactions);
        return new AgentReplies(record().database, own, writer(own), record().clock);
    }

    private CaseWriter writer(Transactions own) {
        return new CaseWriter(record().database, own, record().signals, record().desks, record().clock,
                HandoverEffects.NONE, OpenRecord::isSecret);
    }

    @AfterAll
    void drop() {
        if (schema != null) {
            schema.close();
        }
    }
}
