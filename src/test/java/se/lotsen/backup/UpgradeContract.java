package se.lotsen.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.staff.StaffForTests;

/** A database that an earlier version has written is the present version's after its start. */
@Timeout(120)
abstract class UpgradeContract {
    private static final String TOKEN = "hemlig";

    abstract String newDatabase();

    static byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> versions() throws Exception {
        try (Stream<Path> files = Files.list(StoredFixture.FOLDER)) {
            List<String> versions = files.map(file -> file.getFileName().toString().replaceAll("[^0-9]", ""))
                    .sorted().toList();
            assertThat(versions).contains("1", "4", "8", "15");
            return versions;
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsConversationsAreReadableAndItsStaffComeIn(String version) throws Exception {
        String url = newDatabase();
        Flyway.configure().dataSource(url, null, null).target(version).load().migrate();
        try (Connection connection = new DriverManagerDataSource(url).getConnection()) {
            StoredFixture.load(version, connection);
        }
        try (RecordForTests record = new RecordForTests(url, Clock.systemUTC(), HandoverEffects.NONE)) {
            assertConversationsWhole(record);
            int number = Integer.parseInt(version);
            if (number >= 3) {
                assertThat(new StaffForTests(record.database).comesIn("eva", StaffForTests.PASSWORD))
                        .isTrue();
                assertThat(new StaffForTests(record.database).comesIn("eva", "fel lösenord, helt fel"))
                        .isFalse();
            }
            assertThat(record.database.sql("select roles from staff_account").query(String.class).list())
                    .allMatch(roles -> roles.contains("ADMIN"));
            assertThat(record.database.sql("select count(*) from tombstone").query(Long.class).single())
                    .isEqualTo(1);
        }
    }

    private static void assertConversationsWhole(RecordForTests record) {
        List<UUID> talks = record.database.sql("select id from conversation").query(UUID.class).list();
        assertThat(talks).hasSize(2);
        assertThat(talks.stream().map(ConversationId::new)
                .filter(talk -> record.store.open(talk, TOKEN).isPresent())).hasSize(1);
        for (UUID talk : talks) {
            var events = record.store.eventsAfter(new ConversationId(talk), 0);
            assertThat(events).isNotEmpty();
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).id()).isEqualTo(i + 1);
            }
            assertThat(record.handover.standing(new ConversationId(talk))).isNotNull();
        }
        ConversationId more = record.start();
        assertThat(record.store.eventsAfter(more, 0)).isEmpty();
        assertThat(record.store.openQuestions()).hasSize(1);
    }
}
