package se.lotsen.staff;

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
import org.springframework.transaction.support.TransactionOperations;
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
    StaffRecord staffRecord(TransactionOperations transactions) {
        return new StaffRecord(transactions);
    }

    @Bean
    StaffAccounts staffAccounts(StaffRecord record, JdbcClient database) {
        return new StaffAccounts(record, new AccountTable(database));
    }

    @Bean
    Enrolment enrolment(StaffRecord record, JdbcClient database, StaffProperties properties, Clock clock) {
        return new Enrolment(record, new AccountTable(database), new LinkTable(database),
                properties.linkValidity(), clock);
    }

    @Bean
    AccountOffice accountOffice(StaffRecord record, JdbcClient database, StaffProperties properties,
            ApplicationEventPublisher events, Clock clock) {
        return new AccountOffice(record, new AccountTable(database), new LinkTable(database),
                properties.linkValidity(), events, clock);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    SignIn signIn(StaffAccounts accounts, Passwords passwords, StaffProperties properties, Clock clock) {
        return new SignIn(accounts, passwords, new SignInThrottle(properties, clock));
    }

    @Bean
    StaffSessions staffSessions(StaffAccounts accounts, StaffProperties properties) {
        return new StaffSessions(accounts, properties.idleTime());
    }

    @Bean
    FirstStart firstStart(Enrolment enrolment, StaffProperties properties,
            ReactiveWebServerApplicationContext service) {
        return new FirstStart(enrolment, properties, service);
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
