package se.lotsen.importing;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.audit.AuditLog;
import se.lotsen.audit.Actor;
import se.lotsen.storage.SerialRecord;
import se.lotsen.extraction.Extractor;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.knowledge.KnowledgeWatch;

/** Only in the service: a single command has no record. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(ImportingProperties.class)
class ImportingConfiguration {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("se.lotsen.importing.messages",
            Locale.of("sv"));

    @Bean
    Extractor extractor() {
        return new Extractor();
    }

    @Bean
    Uploads importUploads(@Value("${lotsen.data-dir:data}") Path dataDir) {
        return new Uploads(dataDir.resolve("imports"));
    }

    @Bean
    SourceReaders sourceReaders(GuardedFetch fetch, Extractor extractor, Uploads uploads,
            ImportingProperties properties) {
        return new SourceReaders(fetch, extractor, uploads, properties.folder());
    }

    @Bean
    Imports imports(SerialRecord record, JdbcClient database, Uploads uploads, AuditLog log, Clock clock) {
        return new Imports(record, new SourceTable(database), new RunTable(database), new SeenTable(database),
                uploads,
                log, clock);
    }

    @Bean
    ImportPages importPages(Imports imports, SourceReaders readers, ContactDirectory contacts,
            KnowledgeWatch knowledge,
            ArchiveProperties properties) {
        return new ImportPages(imports, readers, contacts, knowledge, properties);
    }

    @Bean
    FileDesk importFileDesk(Imports imports, Uploads uploads, Extractor extractor) {
        return new FileDesk(imports, uploads, extractor);
    }

    @Bean
    ImportWatch importWatch(SerialRecord record, JdbcClient database, SourceReaders readers,
            Archive archive,
            ArchiveProperties properties, KnowledgeWatch knowledge, Clock clock) {
        ImportRunner.Tables tables = new ImportRunner.Tables(record, database);
        PageDrafts drafts = new PageDrafts(archive, Actor.machine(TEXTS.getString("importing.editor")),
                clock,
                properties.zone());
        return new ImportWatch(record, tables.runs(), new ImportRunner(tables, readers, drafts, knowledge,
                TEXTS.getString("importing.gone.note"), clock), clock);
    }

    /** Looks often, so that whoever presses a button sees it begin. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    @EnableScheduling
    static class Looking {
        private final ImportWatch watch;

        Looking(ImportWatch watch) {
            this.watch = watch;
        }

        /** Need not ask who leads: a run has one worker, whichever process it is in. */
        @Scheduled(initialDelay = 1, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
        void look() {
            watch.look();
        }

        @PreDestroy
        void stop() throws InterruptedException {
            watch.stop();
        }
    }
}
