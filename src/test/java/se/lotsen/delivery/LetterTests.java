package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.testing.Masked.masked;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.HandoverEffects;
import se.lotsen.conversation.RecordForTests;
import se.lotsen.delivery.CitizenContacts.Message;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.MovedClock;

/** A mail to a citizen goes out once the server is there, to the address that was left, which stands nowhere else. */
@Timeout(60)
class LetterTests {
    private static final String EDITOR = "00000000-0000-0000-0000-00000000000e";
    @TempDir
    private Path dataDir;

    @Test
    void aMailSurvivesAnOutageAndItsAddressIsInNoEntryAndNoLog() throws Exception {
        MovedClock clock = new MovedClock("2026-11-24T09:00:00Z");
        try (RecordForTests record = new RecordForTests(RecordForTests.address(dataDir), clock,
                HandoverEffects.NONE); LogCapture log = new LogCapture()) {
            ContactsForTests citizens = new ContactsForTests(record, clock, true);
            ConversationId conversation = record.start();
            Promise promise = citizens.left(conversation, PromiseKind.EMAIL);
            Message message = new Message("Rättelse", "Avgiften är 250 kronor.", masked("Berätta"));
            assertThat(citizens.contacts.tell(conversation, EDITOR, UUID.randomUUID(), message,
                    (held, way) -> true)).isEqualTo(CitizenContacts.Way.EMAIL);
            assertThat(record.outbox.due(10)).singleElement()
                    .satisfies(entry -> assertThat(entry.payload()).contains("250 kronor")
                            .doesNotContain("exempel.se"));
            try (MailServer down = new MailServer("DATA", "451 later")) {
                round(record, clock, down).run();
                assertThat(down.mails).isEmpty();
            }
            clock.move(Duration.ofHours(1));
            try (MailServer server = new MailServer("none", "")) {
                round(record, clock, server).run();
                MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()),
                        new ByteArrayInputStream(server.mails.getFirst().getBytes(StandardCharsets.UTF_8)));
                assertThat(server.mails).hasSize(1);
                assertThat(mail.getAllRecipients()).extracting(Object::toString)
                        .containsExactly("ada@exempel.se");
                assertThat(mail.getSubject()).isEqualTo("Rättelse");
                assertThat((String) mail.getContent()).contains("Avgiften är 250 kronor.");
            }
            assertThat(citizens.promises.openings(Set.of(promise.id())).get(promise.id()))
                    .as("that the address was used is written down once").singleElement()
                    .extracting(ContactOpening::account).isEqualTo(EDITOR);
            assertThat(log.lines()).noneMatch(line -> line.contains("ada@exempel.se"));
        }
    }

    private static DeliveryRound round(RecordForTests record, MovedClock clock, MailServer server) {
        DeliveryProperties.Mail mail = new DeliveryProperties.Mail("127.0.0.1", server.port(), null, null,
                false, "lotsen@exempel.se", List.of("kontakt@exempel.se"), List.of(), Duration.ofSeconds(1),
                Set.of());
        return new DeliveryRound(record.outbox, List.of(new LetterChannel(mail, record.attachments)),
                new BackOff(new Random(1)), Duration.ofDays(3), Duration.ofSeconds(10),
                new DeliveryMetrics(new SimpleMeterRegistry()), clock);
    }
}
