package se.lotsen.answering;

import java.util.Optional;
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

    /** Questions in other languages need a model, or a search that finds Swedish pages by meaning. */
    @Bean
    ForeignAnswers foreignAnswers(QuestionScreen screen, Topics topics, Retriever retriever,
            KnowledgeWatch watch, ConfidencePolicy policy, Voice voice, ConfiguredModel model,
            GroundingCheck grounding, TranslationCheck translations, OmissionGuard omissions, DateTruth dates,
            AnswerTexts texts, PersonalDataMask mask, LanguageIdentifier languages, Scheduler searchScheduler,
            Environment environment) {
        ConversationContext context = new ConversationContext(retriever, watch, policy);
        boolean byMeaning = StringUtils.hasText(environment.getProperty("lotsen.embedding.base-url"))
                || StringUtils.hasText(environment.getProperty("lotsen.embedding.onnx-dir"));
        return new ForeignAnswers(
                new SwedishQuestions(model.translation(), mask, screen, context, searchScheduler), policy,
                new Standing(watch, topics, dates, texts),
                new CheckedVoice(retriever, new SafePassages(screen, languages.home()), voice,
                        Optional.empty(),
                        grounding, new Quotation(omissions), new DayNotes(dates)),
                new Translation(model.translation(), translations, languages, searchScheduler),
                new Endings(texts, policy::thresholds), byMeaning);
    }

    @Bean
    AnswerPipeline answerPipeline(QuestionScreen screen, Topics topics, Retriever retriever,
            KnowledgeWatch watch,
            ConfidencePolicy policy, Voice voice, ConfiguredModel model, GroundingCheck grounding,
            OmissionGuard omissions, DateTruth dates, AnswerTexts texts, PersonalDataMask mask,
            LanguageIdentifier languages, ForeignAnswers foreign, AnsweringProperties properties,
            Scheduler searchScheduler) {
        ConversationContext context = new ConversationContext(retriever, watch, policy);
        return new AnswerPipeline(screen, context, new Standing(watch, topics, dates, texts), policy,
                new FollowUps(model.rewriting(), mask, screen, context, policy, searchScheduler),
                foreign,
                new CheckedVoice(retriever, new SafePassages(screen, languages.home()), voice, model.writer(),
                        grounding, new Quotation(omissions), new DayNotes(dates)),
                new Endings(texts, policy::thresholds), properties.deadline(), languages.home(),
                searchScheduler);
    }

    @Bean
    AnswerDesk answerDesk(AnswerPipeline pipeline, PersonalDataMask mask, LanguageIdentifier languages) {
        return new AnswerDesk(pipeline, mask, languages);
    }
}
