package se.lotsen.conduct;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.Warnings;
import se.lotsen.delivery.CaseNotices;
import se.lotsen.handover.OpenTimes;
import se.lotsen.screening.QuestionScreen;

/** Only where something may be stored, as for the record. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class ConductConfiguration {

    @Bean
    ThreatAlerts threatAlerts(Attachments attachments, CaseNotices notices) {
        return new ThreatAlerts(attachments, notices);
    }

    @Bean
    ThreatWatch threatWatch(QuestionScreen screen, ThreatAlerts threatAlerts) {
        return new ThreatWatch(screen, threatAlerts);
    }

    @Bean
    PersonToday personToday(Warnings warnings, OpenTimes times, Clock clock) {
        return new PersonToday(warnings, times, clock);
    }
}
