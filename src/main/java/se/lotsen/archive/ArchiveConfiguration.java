package se.lotsen.archive;

import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.Notices;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.knowledge.PastPages;

/** Only in the service: a single command has no record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(ArchiveProperties.class)
class ArchiveConfiguration {

    @Bean
    WorkingCopy workingCopy(KnowledgeFolder folder) {
        return new WorkingCopy(folder);
    }

    /** Does its work before the pages are read for the first time; must not need who reads them. */
    @Bean
    CatchUp catchUp(SerialRecord record, JdbcClient database, WorkingCopy copy, KnowledgeFolder folder,
            Leadership leadership) {
        return new CatchUp(record, new RevisionTable(database), copy, folder, leadership == Leadership.ALONE);
    }

    @Bean
    PublishedKnowledge publishedKnowledge(CatchUp catchUp) {
        return new PublishedKnowledge(catchUp);
    }

    @Bean
    Publisher archivePublisher(SerialRecord record, JdbcClient database, WorkingCopy copy,
            KnowledgeFolder folder,
            KnowledgeWatch watch,
            ObjectProvider<FileCheck> check) {
        return new Publisher(record, new RevisionTable(database), copy, folder, watch,
                check.getIfAvailable(() -> new PageCheck(folder)));
    }

    @Bean
    Archive archive(SerialRecord record, JdbcClient database, AuditLog log, Publisher publisher,
            ArchiveProperties properties, Clock clock, Notices notices) {
        return new Archive(record, new DraftTable(database), new RevisionTable(database), log, publisher,
                properties,
                clock, notices);
    }

    @Bean
    OutsideEdits outsideEdits(SerialRecord record, JdbcClient database, AuditLog log, Publisher publisher,
            WorkingCopy copy, KnowledgeFolder folder, KnowledgeWatch watch, ArchiveProperties properties,
            Clock clock, CatchUp catchUp,
            Leadership leadership, Notices notices) {
        String name = ResourceBundle.getBundle("se.lotsen.archive.messages", Locale.of("sv"))
                .getString("archive.outside");
        return new OutsideEdits(record, new DraftTable(database), new RevisionTable(database), log,
                copy, publisher, folder, watch, properties, Actor.machine(name), clock, catchUp, leadership,
                notices);
    }

    @Bean
    KnowledgeNews knowledgeNews(OutsideEdits edits, Notices notices, Leadership leadership) {
        KnowledgeNews news = new KnowledgeNews(edits);
        if (leadership != Leadership.ALONE) {
            notices.listen(KnowledgeNews.TOPIC, news);
        }
        return news;
    }

    @Bean
    PastPages pastPages(Archive archive, ArchiveProperties properties) {
        return new ArchivedPages(archive, properties.zone());
    }
}
