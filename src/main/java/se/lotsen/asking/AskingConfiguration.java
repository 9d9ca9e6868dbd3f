package se.lotsen.asking;

import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.answering.AnswerPipeline;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.ConversationStream;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.storage.Notices;
import se.lotsen.storage.Leadership;
import se.lotsen.privacy.PersonalDataMask;

/** Only in the service: a single command stores nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AskingProperties.class)
class AskingConfiguration {

    @Bean
    Answers answers(AnswerPipeline pipeline, ConversationStore store,
            ObjectProvider<AnswerReceipts> receipts, Notices notices, ObservationRegistry observations,
            Clock clock) {
        return new Answers(pipeline, store, receipts.getIfAvailable(() -> AnswerReceipts.NONE), notices,
                observations, clock);
    }

    @Bean
    Intake intake(ConversationStore store, ConversationStream stream, Answers answers, PersonalDataMask mask,
            LanguageIdentifier languages, AskingProperties properties) {
        return new Intake(store, stream, answers, mask, languages, properties);
    }

    @Bean
    Recovery recovery(Answers answers, Leadership leadership) {
        return new Recovery(answers, leadership);
    }

    @Bean
    Finishing finishing(Answers answers) {
        return new Finishing(answers);
    }

    @Bean
    LastAnswers lastAnswers(Answers answers) {
        return new LastAnswers(answers);
    }

    /** After a crash the questions that were being answered are finished before anybody has to ask for them. */
    static final class Recovery {
        private final Answers answers;
        private final Leadership leadership;

        Recovery(Answers answers, Leadership leadership) {
            this.answers = answers;
            this.leadership = leadership;
        }

        @EventListener(ApplicationReadyEvent.class)
        void finishOpenQuestions() {
            answers.recover();
        }

        /** Each process looks after its own; the leader also after what killed ones have left. */
        @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
        void lookAfter() {
            answers.lookAfter(leadership.leads());
        }
    }
}
