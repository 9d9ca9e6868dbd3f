package se.lotsen.radar;

import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.delivery.StaffMail;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.storage.Leadership;
import se.lotsen.knowledge.KnowledgeWatch;

/** Only in the service: a single command has no record and follows no links. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(RadarProperties.class)
class RadarConfiguration {

    @Bean
    RadarTable radarTable(JdbcClient database, SerialRecord record) {
        return new RadarTable(database, record);
    }

    @Bean
    LinkProbe linkProbe(GuardedFetch fetch) {
        return new GuardedLinkProbe(fetch);
    }

    @Bean
    Radar radar(KnowledgeWatch watch, QuestionHistory history, RadarTable radarTable,
            LinkProbe linkProbe,
            AuditLog audit, RadarProperties properties, ArchiveProperties editorial, Clock clock) {
        return new Radar(watch, history, radarTable,
                new LinkRound(properties.followLinks() ? Optional.of(linkProbe) : Optional.empty(),
                        radarTable, properties.linksRemembered(), clock),
                audit,
                editorial.zone(), clock);
    }

    @Bean
    RadarAlarms radarAlarms(Radar radar) {
        return new RadarAlarms(radar);
    }

    @Bean
    WeeklyText weeklyText(MessageSource messages) {
        return new WeeklyText(messages);
    }

    @Bean
    RadarUpkeep radarUpkeep(Radar radar, StaffMail mail, KnowledgeFolder folder, KnowledgeWatch watch,
            RadarTable radarTable, WeeklyText weeklyText, RadarProperties properties,
            ArchiveProperties editorial, Leadership leadership, Clock clock) {
        return new RadarUpkeep(radar, new WeeklyMail(mail, folder, watch, radar, radarTable, weeklyText,
                properties, editorial.zone(), clock), leadership);
    }

    @Bean
    Reviews reviews(Archive archive, AuditLog audit) {
        return new Reviews(archive, audit);
    }
}
