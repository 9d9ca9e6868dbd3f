package se.lotsen.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.conversation.Attachments;
import se.lotsen.conversation.Outbox;
import se.lotsen.storage.Leadership;
import se.lotsen.handover.OpenTimes;

/** Only where something may be stored, as for the record. */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

    @Bean
    MailText mailText(DeliveryProperties properties, OpenTimes times) {
        return new MailText(properties.deskAddress(), times::zone);
    }

    @Bean
    Channels deliveryChannels(DeliveryProperties properties, MailText text, Attachments attachments,
            Clock clock) {
        List<Channel> channels = new ArrayList<>();
        if (properties.email() != null) {
            channels.add(new EmailChannel(properties.email(), text));
            channels.add(new LetterChannel(properties.email(), attachments));
        }
        if (properties.webhook() != null) {
            channels.add(new WebhookChannel(properties.webhook(), clock));
        }
        if (properties.errands() != null) {
            channels.add(new ErrandChannel(properties.errands(), text, clock));
        }
        return new Channels(channels);
    }

    @Bean
    StaffMail staffMail(DeliveryProperties properties, Clock clock) {
        return new StaffMail(properties.email(), properties.deskAddress(), clock);
    }

    @Bean
    Announcements announcements(Channels channels) {
        return new Announcements(channels.all());
    }

    @Bean
    CaseNotices caseNotices(Announcements announcements) {
        return new CaseNotices(announcements);
    }

    @Bean
    DeliveryMetrics deliveryMetrics(MeterRegistry registry) {
        return new DeliveryMetrics(registry);
    }

    @Bean
    DeliveryRound deliveryRound(Outbox outbox, Channels channels, DeliveryProperties properties,
            DeliveryMetrics metrics, Clock clock) {
        return new DeliveryRound(outbox, channels.all(), new BackOff(new SecureRandom()),
                properties.giveUpAfter(), DeliveryRound.LONGEST_ATTEMPT, metrics, clock);
    }

    /** Named as the group on the health endpoint includes it; a group and a member must not share a name. */
    @Bean
    DeliveryHealth outboxHealthIndicator(Outbox outbox) {
        return new DeliveryHealth(outbox);
    }

    @Bean
    PromiseText promiseText(OpenTimes times) {
        return new PromiseText(times);
    }

    @Bean
    Promises promises(Attachments attachments, OpenTimes times, PromiseText text,
            Announcements announcements, DeliveryProperties properties, Clock clock) {
        return new Promises(attachments,
                new Slots(times, properties.callBacksPerHour(), properties.replyWithin()), times, text,
                announcements, properties.receiptPrefix(), clock);
    }

    @Bean
    CitizenContacts citizenContacts(Attachments attachments, Promises promises,
            DeliveryProperties properties) {
        return new CitizenContacts(attachments, promises, properties.email() != null);
    }

    @Bean
    ContactSearch contactSearch(Attachments attachments) {
        return new ContactSearch(attachments);
    }

    @Bean
    PromiseWatch promiseWatch(Promises promises, DeliveryMetrics metrics, ApplicationEventPublisher events,
            Leadership leadership, Clock clock) {
        return new PromiseWatch(promises, metrics, events, leadership, clock);
    }

    /**
     * Only a service delivers. A slow receiver must not hold up other rooms' timers, which share a thread: each round has
     * one of its own, and there is one round at a time.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @EnableScheduling
    static class Rounds {
        private static final Logger log = LoggerFactory.getLogger(DeliveryRound.class);
        private final DeliveryRound deliveries;
        private final PromiseWatch promises;
        private final Map<String, Thread> running = new ConcurrentHashMap<>();
        private volatile boolean stopping;

        Rounds(DeliveryRound deliveries, PromiseWatch promises) {
            this.deliveries = deliveries;
            this.promises = promises;
        }

        /** Need not ask who leads: each entry is taken by one process, and more of them carry out more. */
        @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
        void deliver() {
            start("deliveries", deliveries::run);
        }

        /** Each process counts for its own metrics; reminders are the leader's. */
        @Scheduled(initialDelay = 5, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
        void watch() {
            start("promises", promises::run);
        }

        private void start(String name, Runnable work) {
            running.compute(name, (id, before) -> before != null && before.isAlive() || stopping
                    ? before
                    : Thread.ofVirtual().name(name).start(() -> run(name, work)));
        }

        private static void run(String name, Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.error("The round of {} ended early: {}", name, e.getClass().getName());
            }
        }

        /** Before the database is closed; what is in hand is tried again after the next start. */
        @PreDestroy
        void stop() throws InterruptedException {
            stopping = true;
            for (Thread round : running.values()) {
                round.interrupt();
                round.join(Duration.ofSeconds(10));
            }
        }
    }
}
