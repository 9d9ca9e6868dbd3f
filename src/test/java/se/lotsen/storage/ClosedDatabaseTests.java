package se.lotsen.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What the pool does with connections after a fault; that the service gets over a full disk is F14's matter. */
class ClosedDatabaseTests {
    private final ClosedDatabase closed = new ClosedDatabase();

    @Test
    void connectionsToADatabaseThatHasClosedItselfAreGivenUp() {
        assertThat(closed.adjudicate(new SQLException("The database has been closed", "90098", 90098)))
                .isEqualTo(Override.MUST_EVICT);
        assertThat(closed.adjudicate(new SQLException("Database is already closed", "90121", 90121)))
                .isEqualTo(Override.MUST_EVICT);
    }

    @Test
    void whatThePoolKnowsItselfIsLeftToIt() {
        assertThat(closed.adjudicate(new SQLException("Duplicate", "23505")))
                .isEqualTo(Override.CONTINUE_EVICT);
        assertThat(closed.adjudicate(new SQLException("gone"))).isEqualTo(Override.CONTINUE_EVICT);
    }

    @Test
    void theServicesPoolAsksIt() throws IOException {
        var settings = new YamlPropertySourceLoader().load("application",
                new ClassPathResource("application.yaml")).getFirst();
        HikariConfig pool = new HikariConfig();
        pool.setExceptionOverrideClassName(
                (String) settings.getProperty("spring.datasource.hikari.exception-override-class-name"));
        assertThat(pool.getExceptionOverride()).isInstanceOf(ClosedDatabase.class);
    }
}
