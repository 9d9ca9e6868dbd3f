package se.lotsen.handover;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.conversation.ConversationStore;
import se.lotsen.conversation.HandlingTimes;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.knowledge.FindingText;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.KnowledgeUnusable;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.SerialRecord;
import se.lotsen.storage.Notices;
import se.lotsen.knowledge.KnowledgeWatch;

@Configuration(proxyBeanMethods = false)
class HandoverConfiguration {
    private static final Logger log = LoggerFactory.getLogger(HandoverConfiguration.class);

    /** After the pages: that there is no knowledge base at all is said before anything that is missing in it. */
    @Bean
    @DependsOn("knowledgeWatch")
    HandoverFiles handoverFiles(KnowledgeFolder folder) {
        HandoverFiles files = new HandoverFiles(folder);
        FindingText text = new FindingText();
        files.findings().forEach(finding -> log.warn("{}", text.of(finding)));
        if (files.counter().contacts().isEmpty()) {
            // Every answer offers a person: without a contact nothing can be promised.
            throw new KnowledgeUnusable(folder, files.findings());
        }
        return files;
    }

    @Bean
    ContactDirectory contactDirectory(HandoverFiles files) {
        return new ContactDirectory(files);
    }

    @Bean
    ContactCentre contactCentre(HandoverFiles files, Clock clock) {
        return new ContactCentre(files, clock);
    }

    @Bean
    OpenTimes openTimes(HandoverFiles files) {
        return new OpenTimes(files);
    }

    @Bean
    AvailabilityText availabilityText(HandoverFiles files, Clock clock) {
        return new AvailabilityText(files, clock);
    }

    @Bean
    Presence presence(ContactDirectory contacts, ObjectProvider<PresenceTable> table, Clock clock) {
        return new Presence(contacts, clock, table.getIfAvailable());
    }

    /** Pages ask for it by this name. */
    @Bean
    TownNotices townNotices(KnowledgeFolder folder, OpenTimes times, Clock clock) {
        return new TownNotices(folder, times, clock);
    }

    @Bean
    PersonLines personLines(KnowledgeFolder folder) {
        return new PersonLines(folder);
    }

    /** Only where there is a record of conversations, and somebody who can wait. */
    @Configuration(proxyBeanMethods = false)
    @Profile("!command")
    @ConditionalOnWebApplication
    @EnableScheduling
    @EnableConfigurationProperties(HandoverProperties.class)
    static class Counters {

        @Bean
        PresenceTable presenceTable(JdbcClient database, SerialRecord record, Notices notices) {
            return new PresenceTable(database, record, notices);
        }

        @Bean
        CasePackets casePackets(KnowledgeWatch watch) {
            return new CasePackets(watch);
        }

        @Bean
        CaseLines caseLines(PersonLines lines, HandoverStore handover, ConversationStore conversations,
                CasePackets packets, ContactCentre contactCentre, ContactDirectory contacts) {
            return new CaseLines(lines, handover, conversations, packets, contactCentre, contacts);
        }

        @Bean
        QueuePlaces queuePlaces(HandoverStore handover, HandlingTimes times, Presence presence) {
            return new QueuePlaces(handover, times, presence);
        }

        @Bean
        PersonOnDuty personOnDuty(ContactCentre contactCentre, ContactDirectory contacts, Presence presence,
                QueuePlaces places, HandoverStore handover, HandoverProperties properties) {
            return new PersonOnDuty(contactCentre, contacts, presence, places, handover, properties);
        }

        @Bean
        WaitingTimers waitingTimers(HandoverStore handover, ConversationStore conversations,
                HandoverFiles files, CaseLines lines, HandoverProperties properties, Clock clock) {
            return new WaitingTimers(handover, conversations, files, lines, properties, clock);
        }

        @Bean
        Looks looks(WaitingTimers timers, Leadership leadership) {
            return new Looks(timers, leadership);
        }
    }

    /**
     * On the scheduler's thread, never on an event loop. The leader looks for all; two that look do no harm, as each wait is
     * ended in the version that was seen.
     */
    static final class Looks {
        private final WaitingTimers timers;
        private final Leadership leadership;

        Looks(WaitingTimers timers, Leadership leadership) {
            this.timers = timers;
            this.leadership = leadership;
        }

        @Scheduled(initialDelayString = "${lotsen.handover.look-every:5s}", fixedDelayString = "${lotsen.handover.look-every:5s}")
        void look() {
            if (leadership.leads()) {
                timers.look();
            }
        }
    }
}
