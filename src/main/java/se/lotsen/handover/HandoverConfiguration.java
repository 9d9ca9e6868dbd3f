package se.lotsen.handover;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;

@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {
    private static final Logger log = LoggerFactory.getLogger(HandoverConfiguration.class);

    @Bean
    HandoverFiles handoverFiles(KnowledgeFolder folder) {
        HandoverFiles files = new HandoverFiles(folder);
        FindingText text = new FindingText();
        files.findings().forEach(finding -> log.warn("{}", text.of(finding)));
        if (files.counter().contacts().isEmpty()) {
            // Every answer offers a person: without a contact nothing can be promised.
            throw new KnowledgeUnusable(folder, files.findings());
        }
        return files;
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
    OpenTimes openTimes(HandoverFiles files) {
        return new OpenTimes(files);
    }

    @Bean
    AvailabilityText availabilityText(HandoverFiles files, Clock clock) {
        return new AvailabilityText(files, clock);
    }

    @Bean
    Presence presence(Clock clock) {
        return new Presence(clock);
    }
}
