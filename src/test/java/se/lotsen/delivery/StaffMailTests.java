package se.lotsen.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mails to staff over a real connection. */
@Timeout(30)
class StaffMailTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T06:00:00Z"), ZoneOffset.UTC);

    private static StaffMail mail(int port) {
        return new StaffMail(
                new DeliveryProperties.Mail("localhost", port, null, null, false, "lotsen@a.example",
                        List.of("kontakt@a.example"), List.of(), Duration.ofSeconds(5), Set.of()),
                URI.create("https://fraga.a.example/"), CLOCK);
    }

    @Test
    void aMailArrivesWithItsIdAtEverybodyItIsFor() throws Exception {
        try (MailServer server = new MailServer("none", "")) {
            StaffMail mail = mail(server.port());
            assertThat(mail.isConfigured()).isTrue();
            assertThat(mail.address()).isEqualTo("https://fraga.a.example");
            assertThat(
                    mail.send("radar.2026-W49.a", List.of("a@a.example", "b@a.example"), "Era sidor", "Hej!"))
                    .isTrue();
            assertThat(server.mails).singleElement().asString().contains(
                    "Message-ID: <radar.2026-W49.a@lotsen>",
                    "Subject: Era sidor", "Hej!");
            assertThat(server.commands).contains("RCPT TO:<a@a.example>", "RCPT TO:<b@a.example>");
        }
    }

    @Test
    void aRefusalIsSaidAndWithoutAServerNothingIsSent() throws Exception {
        try (MailServer server = new MailServer("DATA", "451 later")) {
            assertThat(mail(server.port()).send("x", List.of("a@a.example"), "s", "b")).isFalse();
        }
        StaffMail none = new StaffMail(null, URI.create("https://fraga.a.example"), CLOCK);
        assertThat(none.isConfigured()).isFalse();
        assertThat(none.send("x", List.of("a@a.example"), "s", "b")).isFalse();
    }
}
