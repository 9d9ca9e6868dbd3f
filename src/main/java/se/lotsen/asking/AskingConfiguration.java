package se.lotsen.asking;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.ConversationStream;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.privacy.PersonalDataMask;

/** Only in the service: a single command stores nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AskingProperties.class)
class AskingConfiguration {

    @Bean
    Answers answers(AnswerPipeline pipeline, ConversationStore store) {
        return new Answers(pipeline, store);
    }

    @Bean
    Intake intake(ConversationStore store, ConversationStream stream, Answers answers, PersonalDataMask mask,
            LanguageIdentifier languages, AskingProperties properties) {
        return new Intake(store, stream, answers, mask, languages, properties);
    }

    @Bean
    Recovery recovery(Answers answers) {
        return new Recovery(answers);
    }

    /** After a crash the questions that were being answered are finished before anybody has to ask for them. */
    static final class Recovery {
        private final Answers answers;

        Recovery(Answers answers) {
            this.answers = answers;
        }

        @EventListener(ApplicationReadyEvent.class)
        void finishOpenQuestions() {
            answers.recover();
        }
    }
}
