package se.lotsen.staff;

import se.lotsen.audit.AuditLog;
import se.lotsen.storage.Leadership;
import se.lotsen.storage.SerialRecord;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;

/** Only in the service: a single command has neither a database nor anybody to sign in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
@EnableConfigurationProperties(StaffProperties.class)
class StaffConfiguration {

    @Bean
    StaffAccounts staffAccounts(SerialRecord record, JdbcClient database) {
        return new StaffAccounts(record, new AccountTable(database));
    }

    @Bean
    Enrolment enrolment(SerialRecord record, JdbcClient database, StaffProperties properties, AuditLog audit,
            Clock clock) {
        return new Enrolment(record, new AccountTable(database), new LinkTable(database),
                properties.linkValidity(), audit, clock);
    }

    @Bean
    AccountOffice accountOffice(SerialRecord record, JdbcClient database, StaffProperties properties,
            ApplicationEventPublisher events, AuditLog audit, Clock clock) {
        return new AccountOffice(record, new AccountTable(database), new LinkTable(database),
                properties.linkValidity(), events, audit, clock);
    }

    @Bean
    Passwords passwords(StaffProperties properties) {
        return new Passwords(properties.weakWords());
    }

    @Bean
    SignIn signIn(StaffAccounts accounts, Passwords passwords, SerialRecord record, JdbcClient database,
            StaffProperties properties, AuditLog audit, Clock clock) {
        return new SignIn(accounts, passwords, new SignInThrottle(record, database, properties, clock),
                audit);
    }

    @Bean
    StaffSessions staffSessions(StaffAccounts accounts, SerialRecord record, JdbcClient database,
            StaffProperties properties, Clock clock) {
        return new StaffSessions(accounts,
                new SessionTable(record, database, properties.idleTime(), properties.longestSession()),
                clock);
    }

    @Bean
    FirstStart firstStart(Enrolment enrolment, StaffProperties properties,
            ReactiveWebServerApplicationContext service, Leadership leadership) {
        return new FirstStart(enrolment, properties, service, leadership);
    }

    @Bean
    StaffPages staffPages(ThymeleafReactiveViewResolver views) {
        return new StaffPages(views);
    }

    @Bean
    Refusals staffRefusals(StaffPages pages, MessageSource messages) {
        return new Refusals(pages, messages);
    }

    @Bean
    WebFluxConfigurer staffMemberAsArgument() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
                arguments.addCustomResolver(new StaffMemberArgument());
            }
        };
    }
}
