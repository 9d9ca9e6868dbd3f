package se.lotsen.handover;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.knowledge.KnowledgeFolder;

@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {

    @Bean
    HandoverFiles handoverFiles(KnowledgeFolder folder) {
        return new HandoverFiles(folder);
    }

    @Bean
    ContactDirectory contactDirectory(HandoverFiles files) {
        return new ContactDirectory(files);
    }

    @Bean
    ContactCentre contactCentre(HandoverFiles files, Clock clock) {
        return new ContactCentre(files, clock);
    }

    @Bean
    AvailabilityText availabilityText(HandoverFiles files, Clock clock) {
        return new AvailabilityText(files, clock);
    }
}
