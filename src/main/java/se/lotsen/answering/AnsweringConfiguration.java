package se.lotsen.answering;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.handover.AvailabilityText;
import se.lotsen.handover.ContactCentre;
import se.lotsen.grounding.DateTruth;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.grounding.OmissionGuard;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.languagemodel.ConfiguredModel;
import se.lotsen.languagemodel.Voice;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Topics;
import se.lotsen.retrieval.DraftSearch;
import se.lotsen.retrieval.Retriever;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AnsweringProperties.class)
class AnsweringConfiguration {
    /** Questions that may wait for a search before new ones are refused; at a millisecond each this is seconds. */
    private static final int WAITING = 5_000;

    @Bean
    AnswerTexts answerTexts(KnowledgeFolder folder, KnowledgeWatch watch, ContactCentre contactCentre,
            AvailabilityText availabilityText, AnsweringProperties properties, LanguageIdentifier languages) {
        return new AnswerTexts(folder, watch, contactCentre, availabilityText, properties,
                languages.foreign());
    }

    /** Searching is pure computing: as many threads as processors, apart from those that serve HTTP. */
    @Bean(destroyMethod = "dispose")
    Scheduler searchScheduler() {
        return Schedulers.newBoundedElastic(Math.max(2, Runtime.getRuntime().availableProcessors()), WAITING,
                "search");
    }

    @Bean
    ConfidencePolicy confidencePolicy(AnsweringProperties properties, CurrentCalibration calibration) {
        return new ConfidencePolicy(calibration, properties.overrides());
    }

    @Bean
    Pipelines pipelines(ConfidencePolicy policy, Voice voice, GroundingCheck grounding,
            OmissionGuard omissions,
            DateTruth dates, PersonalDataMask mask, LanguageIdentifier languages,
            AnsweringProperties properties,
            Scheduler searchScheduler, Environment environment) {
        boolean byMeaning = StringUtils.hasText(environment.getProperty("lotsen.embedding.base-url"))
                || StringUtils.hasText(environment.getProperty("lotsen.embedding.onnx-dir"));
        return new Pipelines(new Pipelines.Rules(policy, voice, grounding, omissions, dates), mask, languages,
                properties,
                searchScheduler, byMeaning);
    }

    @Bean
    PinnedAnswers pinnedAnswers(KnowledgeFolder folder, DateTruth dates) {
        return new PinnedAnswers(folder, dates);
    }

    @Bean
    AnswerPipeline answerPipeline(Pipelines pipelines, QuestionScreen screen, Topics topics,
            Retriever retriever,
            KnowledgeWatch watch, AnswerTexts texts, TranslationCheck translations, ConfiguredModel model,
            PinnedAnswers pinned, ObjectProvider<AssistantSwitch> assistant) {
        return pipelines.over(
                new Pipelines.Served(watch, retriever, screen, topics, texts, translations, pinned),
                model, assistant.getIfAvailable(() -> AssistantSwitch.NONE));
    }

    @Bean
    AnswerDesks answerDesks(Pipelines pipelines, DraftSearch searches, ConfiguredModel model,
            PersonalDataMask mask,
            LanguageIdentifier languages, AnsweringProperties properties, Clock clock) {
        return new AnswerDesks(pipelines, searches, model, mask, languages, properties, clock);
    }

    @Bean
    AnswerDesk answerDesk(AnswerPipeline pipeline, PersonalDataMask mask, LanguageIdentifier languages) {
        return new AnswerDesk(pipeline, mask, languages);
    }
}
