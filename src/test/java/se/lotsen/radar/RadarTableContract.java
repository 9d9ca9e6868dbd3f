package se.lotsen.radar;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.archive.EditorialForTests;
import se.lotsen.audit.Actor;
import se.lotsen.testing.MovedClock;
import se.lotsen.inspection.LinkState;

/** What the radar remembers. */
abstract class RadarTableContract {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Actor EVA = new Actor("eva", "Eva Ek");
    private final MovedClock clock = new MovedClock(NOW.toString());
    private HikariDataSource connections;
    private RadarTable table;

    abstract String url();

    @BeforeEach
    void open() {
        connections = new HikariDataSource();
        connections.setJdbcUrl(url());
        Flyway.configure().dataSource(connections).load().migrate();
        JdbcClient database = JdbcClient.create(connections);
        table = new RadarTable(database, new EditorialForTests(database,
                new TransactionTemplate(new JdbcTransactionManager(connections)), clock).record);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void aFaultKeepsTheMomentInWhichItWasSeenFirstUntilItIsGone() {
        table.seen(Set.of("a", "b"), NOW);
        Instant later = NOW.plusSeconds(60);
        assertThat(table.seen(Set.of("a", "c"), later)).containsExactlyInAnyOrderEntriesOf(
                Map.of("a", NOW, "c", later));
        Instant last = NOW.plusSeconds(120);
        assertThat(table.seen(Set.of("b"), last)).containsExactlyEntriesOf(Map.of("b", last));
    }

    @Test
    void whatIsPutAsideCanBeTakenBackAndPutAsideAgain() {
        Dismissal first = new Dismissal("a", "texts", "Två hamnar", EVA, NOW);
        table.dismiss(first);
        Dismissal second = new Dismissal("a", "other", "Fortfarande", EVA, NOW.plusSeconds(1));
        table.dismiss(second);
        assertThat(table.dismissals()).containsExactlyEntriesOf(Map.of("a", second));
        assertThat(table.restore("a")).isTrue();
        assertThat(table.restore("a")).isFalse();
        assertThat(table.dismissals()).isEmpty();
    }

    @Test
    void anOwnerIsToldOnceInAWeek() {
        assertThat(table.isTold("2026-W49", "Miljö")).isFalse();
        table.told("2026-W49", "Miljö", "sent", NOW);
        assertThat(table.isTold("2026-W49", "Miljö")).isTrue();
        assertThat(table.isTold("2026-W50", "Miljö")).isFalse();
        assertThat(table.isTold("2026-W49", "Skola")).isFalse();
    }

    @Test
    void aLinkIsFollowedOnceADayAndForgottenWithItsPage() throws InterruptedException {
        List<URI> asked = new ArrayList<>();
        LinkRound round = new LinkRound(Optional.of(address -> {
            asked.add(address);
            return LinkState.of(address.getPath().equals("/borta") ? 404 : 200, false);
        }), table, Duration.ofDays(1), clock);
        Set<String> links = Set.of("https://a.se/borta", "https://a.se/kvar",
                "https://e.kommun.example/tjanst");
        assertThat(round.follow(links, (done, of) -> assertThat(of).isEqualTo(2))).isTrue();
        assertThat(round.known()).containsExactlyInAnyOrderEntriesOf(
                Map.of("https://a.se/borta", LinkState.GONE, "https://a.se/kvar", LinkState.ALIVE));
        assertThat(round.follow(links, (done, of) -> {
        })).isFalse();
        assertThat(asked).hasSize(2);
        clock.move(Duration.ofHours(25));
        assertThat(round.follow(links, (done, of) -> {
        })).isFalse();
        assertThat(asked).hasSize(4);
        round.follow(Set.of("https://a.se/kvar"), (done, of) -> {
        });
        assertThat(round.known()).containsOnlyKeys("https://a.se/kvar");
    }
}
