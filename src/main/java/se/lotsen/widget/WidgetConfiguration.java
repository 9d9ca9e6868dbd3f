package se.lotsen.widget;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.knowledge.KnowledgeFolder;

/** Only in the service: a command shows nothing to anybody. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WidgetProperties.class)
class WidgetConfiguration {

    @Bean
    CurrentLook currentLook(KnowledgeFolder folder) {
        return new CurrentLook(folder);
    }

    @Bean
    LoaderScript loaderScript(CurrentLook look, MessageSource messages) {
        return new LoaderScript(look, messages);
    }

    @Bean
    AllowedSites allowedSites(WidgetProperties properties) {
        return new AllowedSites(properties);
    }
}
