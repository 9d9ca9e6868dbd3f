package se.lotsen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.testing.PostgresForTests;

/** Two lines to one real PostgreSQL, as two processes have them. */
class PostgresNoticesIntegrationTests {
    private PostgresForTests schema;
    private Place a;
    private Place b;

    @BeforeEach
    void open() {
        schema = PostgresForTests.newSchema();
        a = new Place(schema.url());
        b = new Place(schema.url());
    }

    @AfterEach
    void close() {
        if (schema != null) {
            a.close();
            b.close();
            schema.close();
        }
    }

    @Test
    void bothHearWhatOneCommitsOnceAndInOrder() {
        a.transactions.executeWithoutResult(status -> {
            a.notices.tell("case", "1");
            a.notices.tell("case", "2");
        });
        await().untilAsserted(() -> assertThat(b.heard.keys).endsWith("1", "2"));
        assertThat(a.heard.keys).containsExactly("look", "1", "2");
        assertThat(b.heard.keys).containsExactly("look", "1", "2");
    }

    @Test
    void nobodyHearsWhatIsRolledBack() {
        a.transactions.executeWithoutResult(status -> {
            a.notices.tell("case", "1");
            status.setRollbackOnly();
        });
        a.notices.tell("case", "2");
        await().untilAsserted(() -> assertThat(b.heard.keys).endsWith("2"));
        assertThat(a.heard.keys).containsExactly("look", "2");
        assertThat(b.heard.keys).containsExactly("look", "2");
    }

    @Test
    void aBrokenLineIsMadeAgainAndEverybodyLooks() {
        killLines();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(a.heard.keys).containsExactly("look", "look");
            assertThat(b.heard.keys).containsExactly("look", "look");
        });
        a.notices.tell("case", "1");
        await().untilAsserted(() -> assertThat(b.heard.keys).endsWith("1"));
        assertThat(b.notices.isConnected()).isTrue();
    }

    @Test
    void oneLeadsAndTheOtherTakesOverWhenItEnds() {
        assertThat(List.of(a.line.leads(), b.line.leads())).containsExactlyInAnyOrder(true, false);
        Place first = a.line.leads() ? a : b;
        Place second = first == a ? b : a;
        first.line.stop();
        await().atMost(Duration.ofSeconds(60)).until(second.line::leads);
        assertThat(first.line.leads()).isFalse();
    }

    @Test
    void aProcessThatLivesSaysSoAndOneThatEndsIsGone() {
        assertThat(isGone(a)).isFalse();
        assertThat(isGone(b)).isFalse();
        a.line.stop();
        assertThat(isGone(a)).isTrue();
        assertThat(isGone(b)).isFalse();
    }

    private boolean isGone(Place place) {
        return b.database.sql("select " + Replicas.GONE.formatted(":id")).param("id", place.line.own())
                .query(Boolean.class).single();
    }

    private void killLines() {
        b.database.sql(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'lotsen line %'")
                .query((row, n) -> n).list();
    }

    private static final class Place {
        final HikariDataSource connections = new HikariDataSource();
        final JdbcClient database;
        final TransactionTemplate transactions;
        final PostgresLine line;
        final Notices notices;
        final Heard heard = new Heard();

        Place(String url) {
            connections.setJdbcUrl(url);
            connections.setMaximumPoolSize(2);
            Flyway.configure().dataSource(connections).load().migrate();
            database = JdbcClient.create(connections);
            transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
            line = new PostgresLine(url, null, null);
            notices = new PostgresNotices(database, line);
            notices.listen("case", heard);
            line.start();
        }

        void close() {
            line.stop();
            connections.close();
        }
    }

    private static final class Heard implements Notices.Listener {
        final List<String> keys = new CopyOnWriteArrayList<>();

        @Override
        public void heard(String key) {
            keys.add(key);
        }

        @Override
        public void look() {
            keys.add("look");
        }
    }
}
