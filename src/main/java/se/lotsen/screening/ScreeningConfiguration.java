package se.lotsen.screening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.knowledge.KnowledgeFolder;

@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    QuestionScreen questionScreen(KnowledgeFolder folder, ContactDirectory contacts) {
        return new QuestionScreen(folder, contacts);
    }

    @Bean
    Topics topics(KnowledgeFolder folder) {
        return new Topics(folder);
    }
}
