package se.lotsen.records;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.audit.AuditLog;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.CaseFiles;
import se.lotsen.conversation.CaseSearch;
import se.lotsen.conversation.CodeThrottle;
import se.lotsen.conversation.ConversationDisposal;
import se.lotsen.conversation.ConversationProperties;
import se.lotsen.conversation.DeskCodes;
import se.lotsen.conversation.DisposalLog;
import se.lotsen.delivery.ContactSearch;
import se.lotsen.handover.CaseLines;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.staff.StaffAccounts;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.SerialRecord;

/** Only in the service: a single command has no record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class RecordsConfiguration {

    @Bean
    RetentionSchedule retentionSchedule(Environment environment, ConversationProperties conversations) {
        return RetentionSchedule.read(environment, conversations.retention());
    }

    @Bean
    DisposalRound disposalRound(RetentionSchedule schedule, ConversationDisposal conversations,
            JdbcClient database, SerialRecord record, DisposalLog log, AuditLog audit,
            Leadership leadership, Clock clock) {
        return new DisposalRound(schedule, conversations, new OldRows(database, record, log, audit, clock),
                leadership);
    }

    @Bean
    RecordMarks recordMarks(Attachments attachments, AuditLog audit) {
        return new RecordMarks(attachments, audit);
    }

    @Bean
    RecordsBook recordsBook(CaseFiles files, CaseSearch search, StaffAccounts accounts,
            ContactDirectory contacts) {
        return new RecordsBook(files, search, accounts, contacts);
    }

    @Bean
    ReleaseLog releaseLog(JdbcClient database, SerialRecord record, AuditLog audit) {
        return new ReleaseLog(database, record, audit);
    }

    @Bean
    DataSubjects dataSubjects(RecordsBook book, JdbcClient database, SerialRecord record,
            ContactSearch contacts, DeskCodes codes, CodeThrottle throttle, CaseLines lines,
            ConversationDisposal disposal, AuditLog audit, Clock clock) {
        return new DataSubjects(book, new PersonRows(database, record), contacts, codes, throttle, lines,
                disposal, audit, clock);
    }

    @Bean
    RecordsPages recordsPages(RetentionSchedule schedule, RecordsBook book, RecordMarks marks,
            DisposalLog disposed, ReleaseLog releases, PersonalDataMask mask, Clock clock) {
        return new RecordsPages(schedule, book, marks, disposed, releases, mask, clock);
    }

    /** Counted from the start, and after the day's totals were. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    @EnableScheduling
    static class Rounds {
        private final DisposalRound round;

        Rounds(DisposalRound round) {
            this.round = round;
        }

        @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
        void hourly() {
            round.run();
        }
    }
}
