package se.lotsen.trial;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.archive.Archive;
import se.lotsen.archive.FileCheck;
import se.lotsen.conversation.QuestionHistory;
import se.lotsen.knowledge.KnowledgeFolder;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(TrialProperties.class)
class TrialConfiguration {

    @Bean
    FileCheck knowledgeFileCheck(KnowledgeFolder folder,
            @Value("${lotsen.prompts.dir:prompts}") Path prompts) {
        return new KnowledgeFileCheck(folder, prompts);
    }

    @Bean
    Trials trials(AnswerDesks desks) {
        return new Trials(desks);
    }

    @Bean
    TrialQuestions trialQuestions(QuestionHistory history, TrialProperties properties, Clock clock) {
        return new TrialQuestions(history, properties, clock);
    }

    @Bean
    PublishGate publishGate(Trials trials, TrialQuestions trialQuestions, KnowledgeFolder folder,
            TrialProperties properties, Clock clock) {
        return new PublishGate(trials, trialQuestions, folder, properties, clock);
    }

    @Bean
    TwoAnswers twoAnswers(AnswerDesks desks, Archive archive, KnowledgeFolder folder) {
        return new TwoAnswers(desks, archive, folder);
    }
}
