package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lotsen.answering.AssistantMode;
import se.lotsen.audit.Actor;
import se.lotsen.audit.AuditLog;
import se.lotsen.storage.SerialRecord;
import se.lotsen.testing.Masked;

/** The switch on either database, for two processes that share it. */
abstract class AssistantModesContract {
    private static final Actor ANNA = new Actor("1", "Anna");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);

    private HikariDataSource connections;

    /** The address of an empty database. */
    abstract String url();

    @BeforeEach
    void open() {
        connections = new HikariDataSource();
        connections.setJdbcUrl(url());
        Flyway.configure().dataSource(connections).load().migrate();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private HikariDataSource database() {
        return connections;
    }

    private SerialRecord record() {
        return new SerialRecord(new TransactionTemplate(new DataSourceTransactionManager(database())));
    }

    private AssistantModes process(AssistantMode atLeast) {
        JdbcClient client = JdbcClient.create(database());
        return new AssistantModes(client, record(), new AuditLog(client, record(), CLOCK), Masked.MASK, CLOCK,
                atLeast);
    }

    @ParameterizedTest
    @EnumSource(AssistantMode.class)
    void whatOneProcessSetsHoldsInTheOtherAtItsNextLookAndAfterARestart(AssistantMode mode) {
        AssistantModes one = process(AssistantMode.ON);
        AssistantModes other = process(AssistantMode.ON);
        other.look();
        one.set(ANNA, mode, "Fel svar om avgifter");
        assertThat(one.mode()).isEqualTo(mode);
        other.look();
        assertThat(other.mode()).isEqualTo(mode);
        AssistantModes restarted = process(AssistantMode.ON);
        restarted.look();
        assertThat(restarted.mode()).isEqualTo(mode);
        assertThat(restarted.latest()).contains(
                new ModeSetting(mode, "Fel svar om avgifter", ANNA, CLOCK.instant()));
    }

    @Test
    void theAuditLogSaysWhoAndWhyWithoutPersonalData() {
        process(AssistantMode.ON).set(ANNA, AssistantMode.OFF, "Ring 850709-9805 ");
        assertThat(new AuditLog(JdbcClient.create(database()), record(), CLOCK)
                .entries("off", Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo(ANNA);
                    assertThat(entry.action()).isEqualTo("assistant-mode");
                    assertThat(entry.detail()).startsWith("Ring ").doesNotContain("850709");
                });
    }

    @Test
    void nobodySetsItWithoutAReason() {
        AssistantModes modes = process(AssistantMode.ON);
        modes.set(ANNA, AssistantMode.ON, "Åter");
        assertThatThrownBy(() -> modes.set(ANNA, AssistantMode.OFF, " \t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(modes.mode()).isEqualTo(AssistantMode.ON);
    }

    @Test
    void whatTheProcessWasStartedWithIsNeverExceeded() {
        AssistantModes held = process(AssistantMode.HANDOVER_ONLY);
        held.set(ANNA, AssistantMode.ON, "Åter");
        assertThat(held.mode()).isEqualTo(AssistantMode.HANDOVER_ONLY);
        held.set(ANNA, AssistantMode.OFF, "Strängare");
        assertThat(held.mode()).isEqualTo(AssistantMode.OFF);
    }

    @Test
    void aModeOfALaterVersionIsTakenForTheStrictest() {
        AssistantModes modes = process(AssistantMode.ON);
        modes.set(ANNA, AssistantMode.ON, "Åter");
        JdbcClient.create(database()).sql("""
                insert into assistant_mode (mode, reason, account, account_name, set_at)
                select 'half', reason, account, account_name, set_at from assistant_mode
                order by id desc limit 1""").update();
        modes.look();
        assertThat(modes.mode()).isEqualTo(AssistantMode.OFF);
    }

    @Test
    void whileTheDatabaseCannotBeReadTheLastModeHolds() {
        AssistantModes modes = process(AssistantMode.ON);
        modes.set(ANNA, AssistantMode.SEARCH_ONLY, "Prov");
        JdbcClient client = JdbcClient.create(database());
        client.sql("alter table assistant_mode rename to away").update();
        try {
            modes.look();
            assertThat(modes.mode()).isEqualTo(AssistantMode.SEARCH_ONLY);
        } finally {
            client.sql("alter table away rename to assistant_mode").update();
        }
    }
}
