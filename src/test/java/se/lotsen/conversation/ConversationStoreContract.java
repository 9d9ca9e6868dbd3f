package se.lotsen.conversation;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the record promises, whichever database holds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class ConversationStoreContract
        implements
            StartContract,
            QuestionContract,
            AnswerContract,
            StreamContract,
            RatingContract,
            DisposalContract,
            HandoverContract,
            ClaimContract,
            HistoryContract,
            PastQuestionContract,
            MessageContract,
            PendingReplyContract,
            CaseMarksContract,
            CaseSearchContract,
            OutboxContract,
            CallContract,
            CodeContract {
    private OpenRecord record;

    abstract OpenRecord open();

    @Override
    public OpenRecord record() {
        return record;
    }

    /** Opened with the first test, and once for all: a database that is not there skips tests, which is counted. */
    @BeforeEach
    void empty() {
        if (record == null) {
            record = open();
        }
        List.of("conversation", "tombstone")
                .forEach(table -> record.database.sql("delete from " + table).update());
    }

    @AfterAll
    void closeRecord() {
        if (record != null) {
            record.close();
        }
    }
}
