package se.lotsen.conversation;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;
import se.lotsen.storage.Notices;
import se.lotsen.storage.Replicas;
import se.lotsen.storage.SharedKey;

/** Only where something may be stored: a single command has no database. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
@EnableConfigurationProperties(ConversationProperties.class)
class ConversationConfiguration {

    @Bean
    ConversationSignals conversationSignals(ObjectProvider<Notices> notices) {
        return new ConversationSignals(notices.getIfAvailable(Notices::inProcess));
    }

    @Bean
    DeskSignals deskSignals(ObjectProvider<Notices> notices) {
        return new DeskSignals(notices.getIfAvailable(Notices::inProcess));
    }

    /** One for all stores: they write the same rows. */
    @Bean
    Transactions conversationTransactions(TransactionOperations transactions) {
        return new Transactions(transactions);
    }

    @Bean
    ConversationStore conversationStore(JdbcClient database, Transactions transactions,
            ConversationSignals signals, ObjectProvider<Replicas> replicas, Clock clock) {
        return new ConversationStore(database, transactions, signals,
                replicas.getIfAvailable(Replicas::alone), clock);
    }

    /** One for all stores in which persons have a part. */
    @Bean
    CaseWriter caseWriter(JdbcClient database, Transactions transactions, ConversationSignals signals,
            DeskSignals desks, Clock clock, ObjectProvider<HandoverEffects> effects,
            ObjectProvider<SecretQueues> secret) {
        return new CaseWriter(database, transactions, signals, desks, clock,
                effects.getIfAvailable(() -> HandoverEffects.NONE),
                secret.getIfAvailable(() -> SecretQueues.NONE));
    }

    @Bean
    HandoverStore handoverStore(JdbcClient database, Transactions transactions, CaseWriter cases) {
        return new HandoverStore(database, transactions, cases);
    }

    @Bean
    Warnings warnings(JdbcClient database, Transactions transactions, CaseWriter cases) {
        return new Warnings(database, transactions, cases);
    }

    @Bean
    AgentReplies agentReplies(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock) {
        return new AgentReplies(database, transactions, cases, clock);
    }

    @Bean
    CaseMarks caseMarks(JdbcClient database, Transactions transactions, DeskSignals desks) {
        return new CaseMarks(database, transactions, desks);
    }

    @Bean
    CaseSearch caseSearch(JdbcClient database, Transactions transactions) {
        return new CaseSearch(database, transactions);
    }

    @Bean
    TypingSignals typingSignals(ObjectProvider<Notices> notices, Clock clock) {
        return new TypingSignals(notices.getIfAvailable(Notices::inProcess), clock);
    }

    @Bean
    CallStore callStore(JdbcClient database, Transactions transactions, CaseWriter cases, Clock clock) {
        return new CallStore(database, transactions, cases, clock);
    }

    @Bean
    DeskCodes deskCodes(JdbcClient database, Transactions transactions, TransactionOperations plain,
            CaseWriter cases, ObjectProvider<Replicas> replicas, Clock clock) {
        return new DeskCodes(database, transactions, cases, clock, SharedKey.of("desk-code",
                replicas.getIfAvailable(Replicas::alone), database, plain, clock));
    }

    @Bean
    CodeThrottle codeThrottle(Clock clock) {
        return new CodeThrottle(clock);
    }

    @Bean
    HandlingTimes handlingTimes(JdbcClient database, Transactions transactions) {
        return new HandlingTimes(database, transactions);
    }

    @Bean
    CaseHistory caseHistory(JdbcClient database, Transactions transactions) {
        return new CaseHistory(database, transactions);
    }

    @Bean
    QuestionHistory questionHistory(JdbcClient database, Transactions transactions,
            ObjectProvider<SecretQueues> secret) {
        return new QuestionHistory(database, transactions, secret.getIfAvailable(() -> SecretQueues.NONE));
    }

    @Bean
    Outbox outbox(JdbcClient database, Transactions transactions, Clock clock) {
        return new Outbox(database, transactions, clock);
    }

    @Bean
    Attachments conversationAttachments(JdbcClient database, Transactions transactions, DeskSignals desks,
            Clock clock) {
        return new Attachments(database, transactions, desks, clock);
    }

    @Bean
    ConversationStream conversationStream(ConversationStore store, ConversationSignals signals) {
        return new ConversationStream(store, signals);
    }

    /** Without somebody who keeps the decisions the one period counts for all. */
    @Bean
    ConversationDisposal conversationDisposal(JdbcClient database, TransactionOperations transactions,
            ObjectProvider<RetentionRules> rules, ConversationProperties properties, Clock clock) {
        return new ConversationDisposal(database, transactions,
                rules.getIfAvailable(() -> RetentionRules.all(properties.retention())), clock);
    }

    @Bean
    DisposalLog disposalLog(JdbcClient database, Transactions transactions) {
        return new DisposalLog(database, transactions);
    }

    @Bean
    CaseFiles caseFiles(JdbcClient database, Transactions transactions) {
        return new CaseFiles(database, transactions);
    }

    @Bean
    DatabaseFile databaseFile(DataSource database) {
        return new DatabaseFile(database, DataSize.ofMegabytes(256).toBytes());
    }

    /** Only a service looks after the record, not a single command. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @EnableScheduling
    static class Upkeep {
        private final DatabaseFile file;

        Upkeep(DatabaseFile file) {
            this.file = file;
        }

        /**
         * Counted from the start, not at an hour of the clock: a machine that is off at that hour would never do it. After the
         * first disposal, so that what was disposed of leaves the file. The file is each process's own: no leader is asked.
         */
        @Scheduled(initialDelay = 2, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
        void daily() {
            file.compact();
        }

        /** Need not ask who leads: a process that has a file is alone with it. */
        @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
        void everyMinute() {
            file.compactWhenGrown();
        }
    }
}
