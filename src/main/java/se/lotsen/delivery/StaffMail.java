package se.lotsen.delivery;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails to people who work for the municipality, by the same server as those to the contact centre. It never writes to a
 * citizen. Sending blocks.
 */
public class StaffMail {
    private static final Logger log = LoggerFactory.getLogger(StaffMail.class);
    private final Optional<MailServerConnection> server;
    private final URI deskAddress;
    private final Clock clock;

    StaffMail(DeliveryProperties.@Nullable Mail mail, URI deskAddress, Clock clock) {
        this.server = Optional.ofNullable(mail).map(MailServerConnection::new);
        this.deskAddress = deskAddress;
        this.clock = clock;
    }

    /** Whether a server is configured; without one nothing is ever sent. */
    public boolean isConfigured() {
        return server.isPresent();
    }

    /** Where staff reach the service, for links; without a slash at the end. */
    public String address() {
        return deskAddress.toString().replaceAll("/+$", "");
    }

    /**
     * Sends a plain text once. What the text says is never logged.
     *
     * @param id the same for a repeat, so that mail systems can recognise it; letters, digits, dots and hyphens
     * @return whether the server has taken it
     */
    public boolean send(String id, List<String> to, String subject, String body) {
        Outcome outcome = server
                .map(known -> known
                        .send(new MailServerConnection.Letter(id, to, subject, body, clock.instant())))
                .orElse(new Outcome.Refused("not-configured"));
        if (outcome != Outcome.DELIVERED) {
            log.warn("The mail {} was not taken: {}", id, outcome);
        }
        return outcome == Outcome.DELIVERED;
    }
}
