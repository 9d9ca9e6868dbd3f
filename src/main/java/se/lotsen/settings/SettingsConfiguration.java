package se.lotsen.settings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.archive.FileCheck;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;

/** Only in the service, as for the archive. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class SettingsConfiguration {

    @Bean
    SettingsFiles settingsFiles(Archive archive, KnowledgeFolder folder, FileCheck check) {
        return new SettingsFiles(archive, folder, check);
    }

    @Bean
    SettingsPage settingsPage(SettingsFiles files, KnowledgeWatch watch, ArchiveProperties properties) {
        return new SettingsPage(files, watch, properties);
    }
}
