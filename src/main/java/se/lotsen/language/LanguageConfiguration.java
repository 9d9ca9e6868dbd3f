package se.lotsen.language;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    @Bean
    LanguageIdentifier languageIdentifier(
            @Value("${lotsen.languages:sv,en,fi,ar,so}") List<String> languages) {
        return new LanguageIdentifier(languages);
    }
}
