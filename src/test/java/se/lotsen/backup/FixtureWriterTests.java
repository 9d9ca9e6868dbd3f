package se.lotsen.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lotsen.conversation.Agent;
import se.lotsen.conversation.AnswerExplanation;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.conversation.AnswerOutcome;
import se.lotsen.conversation.ConversationEvent.Completed;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.MovedClock;

/**
 * Writes the fixture of a version, to be run before each release: {@code -Dlotsen.fixture=24} for the tables of version 24 (the
 * newest, at that time). It must be committed; {@link UpgradeContract} then upgrades it for ever.
 */
class FixtureWriterTests {
    @TempDir
    private Path folder;

    @Test
    @EnabledIfSystemProperty(named = "lotsen.fixture", matches = "\\d+(,\\d+)*")
    void theFixtureIsWritten() throws Exception {
        Files.createDirectories(StoredFixture.FOLDER);
        for (String version : System.getProperty("lotsen.fixture").split(",")) {
            Files.write(StoredFixture.file(version), written(version));
        }
    }

    /** The writer itself must work on the day it is needed. */
    @Test
    void whatTheWriterMakesOfThePresentVersionCanBeLoaded() throws Exception {
        assertThat(written("latest")).anyMatch(line -> line.startsWith("{\"conversation\":"))
                .anyMatch(line -> line.startsWith("{\"staff_account\":"))
                .anyMatch(line -> line.startsWith("{\"event\":"));
    }

    private List<String> written(String version) throws SQLException, IOException {
        Path home = Files.createTempDirectory(folder, "fixture");
        String now = RecordForTests.address(home.resolve("now"));
        fill(now);
        String then = RecordForTests.address(home.resolve("then"));
        Flyway.configure().dataSource(then, null, null).target(version).load().migrate();
        try (Connection from = new DriverManagerDataSource(now).getConnection();
                Connection to = new DriverManagerDataSource(then).getConnection()) {
            StoredFixture.copy(from, to);
            return StoredFixture.lines(to);
        }
    }

    /** One conversation of each kind. Nobody in it is real. */
    private static void fill(String url) {
        MovedClock clock = new MovedClock("2026-10-05T09:00:00Z");
        try (RecordForTests record = new RecordForTests(url, clock, HandoverEffects.NONE)) {
            var started = record.store.start(key(1));
            answer(record, started.id(), "Vad kostar förskolan?", 1);
            answer(record, started.id(), "Och för två barn?", 2);
            record.store.rate(started.id(), key(2), 1, true, masked("Tack! åäö 😀"));
            record.handover.request(started.id(), key(3), "allmant", "{\"reason\":\"asked\"}", null);
            Agent agent = new Agent("5b0e0000-0000-0000-0000-000000000001", "Eva Exempel");
            record.handover.claim(started.id(), agent, record.handover.standing(started.id()).version(),
                    null);
            ConversationId other = record.store.start(key(4)).id();
            record.store.ask(other, key(5), masked("En fråga som väntar"), "sv");
            record.disposal.disposeNow(record.store.start(key(6)).id());
            new StaffForTests(record.database).make("eva", StaffRole.AGENT, StaffRole.ADMIN);
            // The token stands in the test; only its hash is kept.
            record.database.sql("update conversation set token_hash = :hash where id = :id")
                    .param("hash", UpgradeContract.hash()).param("id", started.id().value()).update();
        }
    }

    private static void answer(RecordForTests record, ConversationId talk, String question, int number) {
        var asked = record.store.ask(talk, RecordForTests.key(), masked(question), "sv");
        record.store.answer(asked.event(),
                List.of(new Completed(AnswerKind.ANSWERED, AnswerOutcome.ANSWERED, number, 0.9)),
                new AnswerExplanation("{\"rule\":null}"));
    }

    private static IdempotencyKey key(int number) {
        return new IdempotencyKey(new UUID(5, number));
    }
}
