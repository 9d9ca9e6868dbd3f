package se.lotsen.editor;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.lotsen.archive.Archive;
import se.lotsen.archive.ArchiveProperties;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.importing.Imports;
import se.lotsen.knowledge.KnowledgeWatch;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class EditorConfiguration {

    @Bean
    PageUse pageUse(QuestionHistory history, Clock clock) {
        return new PageUse(history, clock);
    }

    @Bean
    PageList pageList(KnowledgeWatch watch, Archive archive, PageUse pageUse,
            ObjectProvider<PageAlarms> alarms,
            ArchiveProperties properties, Clock clock) {
        return new PageList(watch, archive, pageUse, alarms.orderedStream().toList(), properties, clock);
    }

    @Bean
    GoneAtSource goneAtSource(Imports imports, KnowledgeWatch watch) {
        return new GoneAtSource(imports, watch);
    }

    @Bean
    NewPages newPages(KnowledgeWatch watch, Archive archive, ArchiveProperties properties,
            MessageSource messages,
            Clock clock) {
        return new NewPages(watch, archive, properties, messages, clock);
    }
}
