package se.lotsen.fetching;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Only a service goes out; commands make their own way with their own rules. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
@ConditionalOnWebApplication
@EnableConfigurationProperties(FetchRules.class)
class FetchingConfiguration {

    @Bean
    GuardedFetch guardedFetch(FetchRules rules) {
        return new GuardedFetch(rules);
    }
}
