package se.lotsen.feedback;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.ConversationStore;

/** Only where something may be stored, as for the record. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class FeedbackConfiguration {

    @Bean
    Grades grades(Attachments attachments, ConversationStore conversations) {
        return new Grades(attachments, conversations);
    }

    @Bean
    Satisfaction satisfaction(Attachments attachments, ConversationStore conversations) {
        return new Satisfaction(attachments, conversations);
    }
}
