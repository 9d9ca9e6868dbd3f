package se.lotsen.feedback;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.QuestionHistory;

/** Only where something may be stored, as for the record. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class FeedbackConfiguration {

    @Bean
    Grades grades(Attachments attachments, ConversationStore conversations) {
        return new Grades(attachments, conversations);
    }

    @Bean
    @ConditionalOnWebApplication
    ShadowAnswers shadowAnswers(QuestionHistory history, ConversationStore conversations, Grades grades,
            Clock clock) {
        return new ShadowAnswers(history, conversations, grades, clock);
    }

    @Bean
    Satisfaction satisfaction(Attachments attachments, ConversationStore conversations) {
        return new Satisfaction(attachments, conversations);
    }
}
