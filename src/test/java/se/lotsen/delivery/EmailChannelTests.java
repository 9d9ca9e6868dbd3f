package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lotsen.conversation.Outbox;

/** Mails over a real connection. */
@Timeout(30)
class EmailChannelTests {
    private static final Outbox.Entry ENTRY = WebhookChannelTests.ENTRY;

    @Test
    void aMailHoldsReceiptTimeAndLinkAndTheSameIdEachTime() throws Exception {
        try (MailServer server = new MailServer("none", "")) {
            EmailChannel channel = channel(server.port(), false);
            assertThat(channel.deliver(ENTRY)).isEqualTo(Outcome.DELIVERED);
            assertThat(channel.deliver(ENTRY)).isEqualTo(Outcome.DELIVERED);
            assertThat(server.mails).hasSize(2);
            MimeMessage mail = read(server.mails.getFirst());
            assertThat(mail.getSubject()).isEqualTo("Nytt löfte till en invånare, LK-26-000123");
            assertThat((String) mail.getContent()).contains("Kvittonummer: LK-26-000123",
                    "Senast: måndag 30 november kl. 16.00",
                    "https://fraga.exempel.se/desk/cases/" + ENTRY.conversation());
            assertThat(mail.getContentType()).startsWith("text/plain");
            assertThat(mail.getAllRecipients()).extracting(Object::toString)
                    .containsExactly("kontakt@exempel.se");
            assertThat(read(server.mails.get(1)).getMessageID()).isEqualTo(mail.getMessageID())
                    .contains("." + ENTRY.id() + "@");
        }
    }

    @Test
    void aPromiseAtRiskGoesToTheSupervisors() throws Exception {
        try (MailServer server = new MailServer("none", "")) {
            Outbox.Entry atRisk = new Outbox.Entry(18, ENTRY.conversation(), 2, "email",
                    ENTRY.payload().replace("promise.made", "promise.at-risk"), ENTRY.createdAt(), 0,
                    ENTRY.createdAt());
            assertThat(channel(server.port(), false).deliver(atRisk)).isEqualTo(Outcome.DELIVERED);
            assertThat(read(server.mails.getFirst()).getAllRecipients()).extracting(Object::toString)
                    .containsExactly("chef@exempel.se");
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 nobody", "DATA,451 later", "MAIL,421 busy", "greeting,554 no",
            "greeting,HTTP/1.1 400",
            "RCPT,''", "greeting,''"})
    void aServerThatRefusesFailsAndIsTriedAgain(String command, String answer) throws Exception {
        try (MailServer server = new MailServer(command, answer)) {
            assertThat(channel(server.port(), false).deliver(ENTRY)).isInstanceOf(Outcome.Failed.class);
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void aServerWithoutEncryptionIsNotUsedWhereItIsAskedFor() throws Exception {
        try (MailServer server = new MailServer("none", "")) {
            assertThat(channel(server.port(), true).deliver(ENTRY)).isInstanceOf(Outcome.Failed.class);
            assertThat(server.mails).isEmpty();
            assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
        }
    }

    @Test
    void nobodyThereIsSaid() throws Exception {
        MailServer gone = new MailServer("none", "");
        gone.close();
        assertThat(channel(gone.port(), false).deliver(ENTRY)).isEqualTo(new Outcome.Failed("no-connection"));
    }

    @Test
    void anEntryThatNobodyCanReadIsGivenUp() throws IOException {
        for (String payload : List.of("{}", "[]", "null", "", "{\"event\":7}")) {
            Outbox.Entry odd = new Outbox.Entry(19, ENTRY.conversation(), 3, "email", payload,
                    ENTRY.createdAt(), 0, ENTRY.createdAt());
            assertThat(channel(1, false).deliver(odd)).as(payload)
                    .isEqualTo(new Outcome.Refused("unreadable-entry"));
        }
    }

    private static MimeMessage read(String mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static EmailChannel channel(int port, boolean startTls) {
        return new EmailChannel(
                new DeliveryProperties.Mail("127.0.0.1", port, null, null, startTls, "lotsen@exempel.se",
                        List.of("kontakt@exempel.se"), List.of("chef@exempel.se"), Duration.ofMillis(700),
                        Set.of("promise.made")),
                new MailText(URI.create("https://fraga.exempel.se"), () -> ZoneId.of("Europe/Stockholm")));
    }
}
