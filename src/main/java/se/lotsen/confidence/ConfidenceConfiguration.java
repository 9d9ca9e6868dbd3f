package se.lotsen.confidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.knowledge.KnowledgeFolder;

@Configuration(proxyBeanMethods = false)
class ConfidenceConfiguration {

    @Bean
    CurrentCalibration currentCalibration(KnowledgeFolder folder) {
        return new CurrentCalibration(folder);
    }
}
