package se.lotsen.knowledge;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KnowledgeProperties.class)
class KnowledgeConfiguration {

    @Bean
    KnowledgeFolder knowledgeFolder(KnowledgeProperties properties) {
        return new KnowledgeFolder(properties.dir());
    }

    @Bean
    KnowledgeWatch knowledgeWatch(KnowledgeFolder folder, ApplicationEventPublisher events,
            ObjectProvider<KnowledgeSupply> supply) {
        supply.ifAvailable(KnowledgeSupply::supply);
        return new KnowledgeWatch(folder, events);
    }

    /** Only a service lives long enough to see a change. */
    @Bean
    @ConditionalOnWebApplication
    SmartLifecycle knowledgePolling(KnowledgeWatch watch, KnowledgeProperties properties) {
        return new Polling(watch, properties.pollInterval().toMillis());
    }

    private static final class Polling implements SmartLifecycle {
        private static final Logger log = LoggerFactory.getLogger(Polling.class);
        private final KnowledgeWatch watch;
        private final long everyMillis;
        private volatile @Nullable ScheduledExecutorService clock;

        private Polling(KnowledgeWatch watch, long everyMillis) {
            this.watch = watch;
            this.everyMillis = everyMillis;
        }

        @Override
        public void start() {
            // Made anew at each start: a context that was stopped may be started again.
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("knowledge-watch").factory());
            started.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
            clock = started;
        }

        /** A fault must not end the looking: the scheduler would drop the task in silence. */
        private void look() {
            try {
                watch.look();
            } catch (RuntimeException e) {
                log.error("Looking at the knowledge base failed; the pages read before stay in use", e);
            }
        }

        @Override
        public void stop() {
            ScheduledExecutorService started = clock;
            if (started != null) {
                started.shutdownNow();
                clock = null;
            }
        }

        @Override
        public boolean isRunning() {
            return clock != null;
        }
    }
}
