package se.lotsen.recall;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.delivery.CitizenContacts;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.storage.Leadership;
import se.lotsen.privacy.PersonalDataMask;

/** Only in the service, as for the archive. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class RecallConfiguration {

    @Bean
    Recall recall(QuestionHistory history, ConversationStore conversations, CitizenContacts contacts) {
        return new Recall(history, conversations, contacts);
    }

    @Bean
    Corrections corrections(SerialRecord record, JdbcClient database, AuditLog log, Clock clock) {
        return new Corrections(record, database, log, clock);
    }

    @Bean
    CorrectionText correctionText(MessageSource messages, ArchiveProperties properties) {
        return new CorrectionText(messages, properties.zone());
    }

    @Bean
    CorrectionRound correctionRound(Corrections corrections, SerialRecord record, JdbcClient database,
            QuestionHistory history, HandoverStore conversations, CitizenContacts contacts,
            PersonalDataMask mask, CorrectionText texts, AuditLog audit) {
        return new CorrectionRound(corrections, record, database, history, conversations, contacts, mask,
                texts, audit);
    }

    @Bean
    RecallPages recallPages(Archive archive, KnowledgeWatch watch, QuestionHistory history, Recall recall,
            ArchiveProperties properties) {
        return new RecallPages(archive, watch, history, recall, properties.zone());
    }

    @Bean
    RecallCsv recallCsv(MessageSource messages, ArchiveProperties properties) {
        return new RecallCsv(messages, properties.zone());
    }

    /**
     * A round that takes long must not hold up other rooms' timers; there is one at a time, and the leader's alone: a citizen
     * is told once however often it runs, but a round looks through all of them.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    @EnableScheduling
    static class Rounds {
        private static final Logger log = LoggerFactory.getLogger(CorrectionRound.class);
        private final CorrectionRound round;
        private final Leadership leadership;
        private @Nullable Thread running;
        private boolean stopping;

        Rounds(CorrectionRound round, Leadership leadership) {
            this.round = round;
            this.leadership = leadership;
        }

        @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
        synchronized void send() {
            if (!stopping && leadership.leads() && (running == null || !running.isAlive())) {
                running = Thread.ofVirtual().name("corrections").start(this::run);
            }
        }

        private void run() {
            try {
                round.run();
            } catch (RuntimeException e) {
                log.error("The round of corrections ended early: {}", e.getClass().getName());
            }
        }

        /** Before the database is closed; the rest goes out after the next start. */
        @PreDestroy
        void stop() throws InterruptedException {
            Thread last;
            synchronized (this) {
                stopping = true;
                last = running;
            }
            if (last != null) {
                last.interrupt();
                last.join(Duration.ofSeconds(10));
            }
        }
    }
}
