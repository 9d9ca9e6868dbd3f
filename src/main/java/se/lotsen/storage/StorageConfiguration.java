package se.lotsen.storage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Only in the service: a single command has no database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Profile("!command")
class StorageConfiguration {

    @Bean
    SerialRecord serialRecord(TransactionOperations transactions) {
        return new SerialRecord(transactions);
    }

    /** Outside the pool, from the same address. */
    @Bean
    @Conditional(OnPostgres.class)
    PostgresLine postgresLine(JdbcConnectionDetails database) {
        return new PostgresLine(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    @Bean
    Notices notices(JdbcClient database, ObjectProvider<PostgresLine> lines) {
        PostgresLine line = lines.getIfAvailable();
        return line == null ? Notices.inProcess() : new PostgresNotices(database, line);
    }

    @Bean
    Replicas replicas(ObjectProvider<PostgresLine> lines) {
        PostgresLine line = lines.getIfAvailable();
        return line == null ? Replicas.alone() : Replicas.of(line.own(), true);
    }

    @Bean
    Leadership leadership(ObjectProvider<PostgresLine> lines) {
        PostgresLine line = lines.getIfAvailable();
        return line == null ? Leadership.ALONE : line::leads;
    }

    /** Where several processes may share the database. */
    static final class OnPostgres implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("spring.datasource.url", "")
                    .startsWith("jdbc:postgresql:");
        }
    }

    /** Static: it is to be there before the pool is made. */
    @Bean
    static PatientConnections patientConnections() {
        return new PatientConnections();
    }
}
