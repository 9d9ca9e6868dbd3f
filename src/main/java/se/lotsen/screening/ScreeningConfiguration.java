package se.lotsen.screening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.knowledge.KnowledgeFolder;

@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    /** After the pages: that there is no knowledge base at all is said before anything that is missing in it. */
    @Bean
    @DependsOn("knowledgeWatch")
    QuestionScreen questionScreen(KnowledgeFolder folder, ContactDirectory contacts) {
        return new QuestionScreen(folder, contacts);
    }

    @Bean
    @DependsOn("knowledgeWatch")
    Topics topics(KnowledgeFolder folder) {
        return new Topics(folder);
    }
}
