package se.lotsen.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.audit.AuditLog;
import se.lotsen.archive.PublishedKnowledge;
import se.lotsen.confidence.CurrentCalibration;
import se.lotsen.conversation.CaseHistory;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.Outbox;
import se.lotsen.delivery.Promises;
import se.lotsen.embedding.EmbeddingStanding;
import se.lotsen.feedback.Grades;
import se.lotsen.handover.Presence;
import se.lotsen.knowledge.KnowledgeWatch;
import se.lotsen.languagemodel.GuardedModels;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.retrieval.PassageIndex;
import se.lotsen.storage.SerialRecord;

/** Only in the service: a single command has no operator. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(OperationsProperties.class)
class OperationsConfiguration {

    @Bean
    AssistantModes assistantModes(JdbcClient database, SerialRecord record, AuditLog audit,
            PersonalDataMask mask,
            Clock clock, OperationsProperties properties) {
        AssistantModes modes = new AssistantModes(database, record, audit, mask, clock, properties.mode());
        modes.look();
        return modes;
    }

    @Bean
    Checks checks(KnowledgeWatch knowledge, PassageIndex index, CurrentCalibration calibration,
            GuardedModels models, ObjectProvider<EmbeddingStanding.Source> embedding,
            AssistantModes assistant,
            JdbcClient database, Outbox outbox, Promises promises, HandoverStore cases, Presence presence,
            PublishedKnowledge published, @Value("${lotsen.data-dir:data}") Path dataDir,
            OperationsProperties properties, Clock clock) {
        return new Checks(
                new Checks.Places(knowledge, index, calibration, models,
                        Optional.ofNullable(embedding.getIfAvailable()), assistant, database, outbox,
                        promises,
                        cases, presence, published::state),
                dataDir, properties.diskLeast().toBytes(), clock);
    }

    @Bean
    @Order(-1)
    ErrorWebExceptionHandler contentFreeFaults(ErrorAttributes attributes, WebProperties web,
            ObjectProvider<ViewResolver> views, ServerCodecConfigurer codecs, ApplicationContext context) {
        ContentFreeFaults faults = new ContentFreeFaults(attributes, web.getResources(), web.getError(),
                context);
        faults.setViewResolvers(views.orderedStream().toList());
        faults.setMessageWriters(codecs.getWriters());
        faults.setMessageReaders(codecs.getReaders());
        return faults;
    }

    /** Groups and their members on the health endpoint must not share a name, here as below. */
    @Bean
    HealthIndicator pagesHealthIndicator(Checks checks) {
        return new CheckHealth(checks, Area.KNOWLEDGE, Area.PUBLISHED, Area.CALIBRATION);
    }

    @Bean
    HealthIndicator recordHealthIndicator(Checks checks) {
        return new CheckHealth(checks, Area.DATABASE);
    }

    @Bean
    HealthIndicator spaceHealthIndicator(Checks checks) {
        return new CheckHealth(checks, Area.DISK);
    }

    @Bean
    HealthIndicator deskHealthIndicator(Checks checks) {
        return new CheckHealth(checks, Area.STAFF, Area.PROMISES);
    }

    @Bean
    RecentQuestions recentQuestions() {
        return new RecentQuestions();
    }

    @Bean
    OperationsMetrics operationsMetrics(KnowledgeWatch knowledge, CurrentCalibration calibration,
            AssistantModes assistant, HandoverStore cases, CaseHistory history, Presence presence,
            Grades grades, RecentQuestions questions, MeterRegistry registry, Clock clock) {
        return new OperationsMetrics(new OperationsMetrics.Sources(knowledge, calibration, assistant, cases,
                history, presence, grades, questions), registry, clock);
    }

    /** Whatever sends traces goes through the gate. */
    @Bean
    static BeanPostProcessor contentFreeSpans() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter ? new ContentFreeSpans(exporter) : bean;
            }
        };
    }

    /** A database that hangs must not hold up other rooms' timers: each round has a thread of its own, one at a time. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    @EnableScheduling
    static class Rounds {
        private final AssistantModes assistant;
        private final OperationsMetrics metrics;
        private final Map<String, Thread> running = new ConcurrentHashMap<>();
        private volatile boolean stopping;

        Rounds(AssistantModes assistant, OperationsMetrics metrics) {
            this.assistant = assistant;
            this.metrics = metrics;
        }

        @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
        void look() {
            start("assistant-mode", assistant::look);
        }

        @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
        void measure() {
            start("figures", metrics::measure);
        }

        private void start(String name, Runnable work) {
            running.compute(name, (id, before) -> before != null && before.isAlive() || stopping
                    ? before
                    : Thread.ofVirtual().name(name).start(work));
        }

        /** Before the database is closed. */
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
