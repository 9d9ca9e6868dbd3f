package se.lotsen.backup;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.scheduling.annotation.Scheduled;

/** Only in the service; the commands open the database themselves. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class BackupConfiguration {

    @Bean
    BackupDesk backupDesk(ConfigurableEnvironment settings, DataSource database, Clock clock) {
        return new BackupDesk(Places.of(settings), database, clock);
    }

    /** Scheduling is switched on by the record. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @Profile("!command")
    static class Look {
        private final BackupDesk desk;

        Look(BackupDesk desk) {
            this.desk = desk;
        }

        @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
        void look() {
            desk.look();
        }
    }
}
