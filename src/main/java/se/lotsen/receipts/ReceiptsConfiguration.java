package se.lotsen.receipts;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.storage.SerialRecord;

/** Only in the service: a single command stores nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class ReceiptsConfiguration {

    @Bean
    KnowledgeStates knowledgeStates(KnowledgeFolder folder, JdbcClient database, SerialRecord record,
            Clock clock) {
        return new KnowledgeStates(folder, database, record, clock);
    }

    @Bean
    AnswerSettings answerSettings(Environment environment) {
        return new AnswerSettings(environment);
    }

    @Bean
    ReceiptWriter receiptWriter(KnowledgeStates states, CurrentCalibration calibration,
            AnswerSettings settings) {
        return new ReceiptWriter(states, calibration, settings, software());
    }

    @Bean
    Replays replays(ConversationStore store, KnowledgeStates states, AnswerDesks desks, Archive archive,
            KnowledgeFolder folder, KnowledgeWatch watch, AnswerSettings settings,
            ArchiveProperties properties) {
        return new Replays(store, states, new PastDesks(desks, archive, folder, properties.zone()), archive,
                watch, new Comparison(settings, software()));
    }

    /** As the jar says; none where there is no jar. */
    private static String software() {
        String version = ReceiptsConfiguration.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }
}
