package se.lotsen.audit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.SerialRecord;

/** Only in the service: a single command has no database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class AuditConfiguration {

    @Bean
    AuditLog auditLog(JdbcClient database, SerialRecord record, Clock clock) {
        return new AuditLog(database, record, clock);
    }

    /** Chains what an earlier version has left, and notes the chain's end in the service's log, which others keep. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    static class Upkeep implements SmartInitializingSingleton {
        private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
        private final AuditLog audit;
        private final Leadership leadership;

        Upkeep(AuditLog audit, Leadership leadership) {
            this.audit = audit;
            this.leadership = leadership;
        }

        @Override
        public void afterSingletonsInstantiated() {
            audit.chain();
        }

        @Scheduled(initialDelay = 1, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
        void daily() {
            if (leadership.leads()) {
                log.info("The audit log ends with {}", audit.head());
            }
        }
    }
}
