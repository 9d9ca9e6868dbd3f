package se.lotsen.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where deliveries go, and what may be promised. A channel that is not configured does not exist. Refuses, at the start,
 * an address that is neither https nor this machine.
 *
 * @param giveUpAfter how long an entry is tried
 * @param deskAddress where staff reach the service, such as {@code https://fraga.lindakra.example}; for links
 * @param callBacksPerHour at most so many calls are promised for one hour, in each queue
 * @param replyWithin open days until a message or an e-mail is answered, at least 1
 * @param receiptPrefix the letters before a receipt number
 */
@ConfigurationProperties("lotsen.delivery")
record DeliveryProperties(@DefaultValue("3d") Duration giveUpAfter,
        @DefaultValue("http://localhost:8080") URI deskAddress, @DefaultValue("4") int callBacksPerHour,
        @DefaultValue("2") int replyWithin, @DefaultValue("LK") String receiptPrefix, @Nullable Mail email,
        @Nullable Hook webhook, @Nullable ErrandService errands) {
    DeliveryProperties {
        if (giveUpAfter.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("lotsen.delivery.give-up-after must be at least an hour");
        }
        if (callBacksPerHour < 1 || replyWithin < 1) {
            throw new IllegalArgumentException(
                    "lotsen.delivery.call-backs-per-hour and reply-within must be at least 1");
        }
        if (!receiptPrefix.matches("[A-Z]{1,6}")) {
            throw new IllegalArgumentException("lotsen.delivery.receipt-prefix must be one to six capitals");
        }
    }

    /**
     * Mails to the contact centre.
     *
     * @param userName null to send without signing in
     * @param supervisors who is told of promises at risk and of threats; empty for those in {@code to}
     * @param startTls refuses a server that does not offer it
     * @param events which are told
     */
    record Mail(String host, @DefaultValue("587") int port, @Nullable String userName,
            @Nullable String password, @DefaultValue("true") boolean startTls, String from, List<String> to,
            @DefaultValue List<String> supervisors,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue({
                    "promise.made", "promise.at-risk", "case.threat"}) Set<String> events) {
        Mail {
            if (to.isEmpty()) {
                throw new IllegalArgumentException("lotsen.delivery.email.to names nobody");
            }
        }

        /** Who is told of an event. */
        List<String> recipients(String event) {
            return (event.equals("promise.at-risk") || event.equals("case.threat")) && !supervisors.isEmpty()
                    ? supervisors
                    : to;
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]";
        }
    }

    /**
     * Signed calls to one address.
     *
     * @param secret signs them; at least 32 characters
     * @param events which are told; {@code *} for all
     */
    record Hook(URI url, String secret, @DefaultValue("10s") Duration timeout,
            @DefaultValue("*") Set<String> events) {
        Hook {
            Target.check("lotsen.delivery.webhook.url", url);
            if (secret.length() < 32) {
                throw new IllegalArgumentException(
                        "lotsen.delivery.webhook.secret must have at least 32 characters");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Hook[" + url.getHost() + "]";
        }
    }

    /**
     * An errand service of the shape of Sundsvall's SupportManagement.
     *
     * @param url its base, before the municipality's id
     * @param municipalityId SCB's code, such as 2281
     * @param tokenUrl of OAuth 2, client credentials; null to call without a token
     * @param category and {@code type} an errand is classified as, {@code status} and {@code priority} it begins with
     * @param reporterUserId who has reported it, in the errand service
     * @param events which make an errand
     */
    record ErrandService(URI url, String municipalityId, String namespace, @Nullable URI tokenUrl,
            @Nullable String clientId, @Nullable String clientSecret, String category, String type,
            @DefaultValue("NEW") String status, @DefaultValue("MEDIUM") String priority,
            @DefaultValue("lotsen") String reporterUserId, @DefaultValue("10s") Duration timeout,
            @DefaultValue("promise.made") Set<String> events) {
        ErrandService {
            Target.check("lotsen.delivery.errands.url", url);
            if (!municipalityId.matches("\\d{4}") || !namespace.matches("[\\w-]+")) {
                throw new IllegalArgumentException(
                        "lotsen.delivery.errands needs a municipality-id of four digits and a namespace");
            }
            if (tokenUrl != null) {
                Target.check("lotsen.delivery.errands.token-url", tokenUrl);
                if (clientId == null || clientSecret == null) {
                    throw new IllegalArgumentException(
                            "lotsen.delivery.errands.token-url needs client-id and client-secret");
                }
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "ErrandService[" + url.getHost() + "]";
        }
    }
}
