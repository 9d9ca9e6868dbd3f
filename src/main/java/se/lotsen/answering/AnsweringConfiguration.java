package se.lotsen.answering;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.languagemodel.Voice;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.retrieval.Retriever;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnsweringProperties.class)
class AnsweringConfiguration {
    /** Questions that may wait for a search before new ones are refused; at a millisecond each this is seconds. */
    private static final int WAITING = 5_000;

    @Bean
    AnswerTexts answerTexts(KnowledgeFolder folder, KnowledgeWatch watch, ContactCentre contactCentre,
            AvailabilityText availabilityText, AnsweringProperties properties) {
        return new AnswerTexts(folder, watch, contactCentre, availabilityText, properties);
    }

    /** Searching is pure computing: as many threads as processors, apart from those that serve HTTP. */
    @Bean(destroyMethod = "dispose")
    Scheduler searchScheduler() {
        return Schedulers.newBoundedElastic(Math.max(2, Runtime.getRuntime().availableProcessors()), WAITING,
                "search");
    }

    @Bean
    AnswerPipeline answerPipeline(Retriever retriever, Voice voice, AnswerTexts texts,
            AnsweringProperties properties, CurrentCalibration calibration, Scheduler searchScheduler) {
        return new AnswerPipeline(retriever,
                new ConfidencePolicy(calibration, properties.overrides()), voice, texts,
                searchScheduler);
    }

    @Bean
    AnswerDesk answerDesk(AnswerPipeline pipeline, PersonalDataMask mask) {
        return new AnswerDesk(pipeline, mask);
    }
}
