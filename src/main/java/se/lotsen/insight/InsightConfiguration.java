package se.lotsen.insight;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.storage.SerialRecord;
import se.lotsen.conversation.CaseHistory;
import se.lotsen.conversation.RetentionRules;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.feedback.Grades;
import se.lotsen.feedback.Satisfaction;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.handover.OpenTimes;
import se.lotsen.storage.Leadership;
import se.lotsen.knowledge.KnowledgeWatch;

/** Only in the service: a single command has no record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class InsightConfiguration {

    @Bean
    DayLog insightDayLog(QuestionHistory questions, CaseHistory cases, Satisfaction satisfaction,
            Grades grades,
            KnowledgeWatch pages, ContactDirectory contacts, OpenTimes hours, ArchiveProperties editorial,
            Environment environment, Clock clock) {
        // The desk's own goal, so that both count the same; the desk's room is not ours to look into.
        Duration goal = environment.getProperty("lotsen.desk.accept-within", Duration.class,
                Duration.ofSeconds(60));
        return new DayLog(
                new DayLog.Sources(questions, cases, satisfaction, grades, pages, contacts, hours), goal,
                editorial.zone(), clock);
    }

    @Bean
    DailyTotals dailyTotals(SerialRecord record, JdbcClient database, DayLog days,
            RetentionRules conversations, Clock clock) {
        return new DailyTotals(record, new TotalsTable(database), days, conversations.shortest(), clock);
    }

    @Bean
    InsightText insightText(MessageSource messages) {
        return new InsightText(messages);
    }

    @Bean
    Insight insight(DailyTotals totals, KnowledgeWatch pages, ContactDirectory contacts, InsightText text) {
        return new Insight(totals, pages, contacts, text);
    }

    @Bean
    LastMonth lastMonth(DailyTotals totals, DayLog days, Clock clock) {
        return new LastMonth(totals, days, clock);
    }

    /** Counted from the start, and before the first disposal, which is a minute later: no day is missed. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    @EnableScheduling
    static class Upkeep {
        private final DailyTotals totals;
        private final Leadership leadership;

        Upkeep(DailyTotals totals, Leadership leadership) {
            this.totals = totals;
            this.leadership = leadership;
        }

        /** The leader counts for all. */
        @Scheduled(initialDelay = 0, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
        void hourly() {
            if (leadership.leads()) {
                totals.keepUp();
            }
        }
    }
}
