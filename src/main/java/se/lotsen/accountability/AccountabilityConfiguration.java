package se.lotsen.accountability;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.handover.ContactDirectory;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.language.LanguageIdentifier;
import se.lotsen.languagemodel.ModelProperties;
import se.lotsen.records.RetentionSchedule;
import se.lotsen.widget.CurrentLook;

/** Only in the service: a command has no staff. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class AccountabilityConfiguration {

    @Bean
    RunningFacts runningFacts(CurrentLook look, ContactDirectory contacts, KnowledgeWatch pages,
            LanguageIdentifier languages, ConfidencePolicy policy, CurrentCalibration calibration,
            ModelProperties model, RetentionSchedule retention, Environment settings,
            Clock clock) {
        return new RunningFacts(
                new RunningFacts.Running(look, contacts, pages, languages, policy, calibration, model),
                retention,
                settings, clock);
    }

    @Bean
    DocumentOffice documentOffice(RunningFacts facts) {
        return new DocumentOffice(facts);
    }
}
