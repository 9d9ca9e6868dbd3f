package se.lotsen.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.lotsen.conversation.Outbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Errands in a service of the shape of Sundsvall's SupportManagement, {@code POST /{municipalityId}/{namespace}/errands}.
 * That interface knows no idempotency key: each errand carries the entry's id as an external tag, and before a repeat the
 * service is asked whether it has the errand already.
 */
final class ErrandChannel implements Channel, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TAG = "lotsenEntry";
    private final DeliveryProperties.ErrandService service;
    private final MailText text;
    private final Wire wire;
    private final AccessToken token;
    private final String errands;

    ErrandChannel(DeliveryProperties.ErrandService service, MailText text, Clock clock) {
        this.service = service;
        this.text = text;
        this.wire = new Wire(service.timeout());
        this.token = new AccessToken(service, wire, clock);
        this.errands = service.url().toString().replaceFirst("/+$", "") + "/" + service.municipalityId()
                + "/" + service.namespace() + "/errands";
    }

    @Override
    public String name() {
        return "errand";
    }

    @Override
    public boolean tells(String event) {
        return service.events().contains("*") || service.events().contains(event);
    }

    @Override
    public Outcome deliver(Outbox.Entry entry) {
        Notification notification = Notification.read(entry.payload());
        if (notification == null) {
            return new Outcome.Refused("unreadable-entry");
        }
        try {
            if (entry.attempts() > 0 && isThere(entry)) {
                return Outcome.DELIVERED;
            }
            Wire.Answer answer = send(HttpRequest.newBuilder(URI.create(errands))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key(entry))
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(errand(entry, notification)))));
            if (answer.status() == 201
                    && answer.location().filter(at -> at.contains("/errands/")).isPresent()) {
                return Outcome.DELIVERED;
            }
            return answer.good() ? new Outcome.Failed("bad-answer") : answer.outcome();
        } catch (Wire.NoAnswer e) {
            return e.outcome();
        }
    }

    /** An attempt whose answer was lost may have made it. */
    private boolean isThere(Outbox.Entry entry) throws Wire.NoAnswer {
        String filter = "externalTags.key:'%s' and externalTags.value:'%s'".formatted(TAG, key(entry));
        Wire.Answer answer = send(HttpRequest
                .newBuilder(URI.create(errands + "/count?filter="
                        + URLEncoder.encode(filter, StandardCharsets.UTF_8)))
                .header("Accept", "application/json").GET());
        if (!answer.good()) {
            throw new Wire.NoAnswer("http-" + answer.status());
        }
        try {
            JsonNode count = JSON.readTree(answer.body()).path("count");
            if (count.isIntegralNumber()) {
                return count.asLong() > 0;
            }
        } catch (JacksonException e) {
            // As any other answer that is no count.
        }
        throw new Wire.NoAnswer("bad-answer");
    }

    private Wire.Answer send(HttpRequest.Builder request) throws Wire.NoAnswer {
        token.addTo(request);
        Wire.Answer answer = wire.send(request);
        if (answer.status() == 401) {
            token.forget();
        }
        return answer;
    }

    private Map<String, Object> errand(Outbox.Entry entry, Notification about) {
        return Map.of("title", text.subject(about),
                "priority", service.priority(),
                "status", service.status(),
                "classification", Map.of("category", service.category(), "type", service.type()),
                "reporterUserId", service.reporterUserId(),
                "description", text.body(about),
                "externalTags", List.of(tag(TAG, key(entry)),
                        tag("lotsenConversation", about.conversation().toString())));
    }

    private static Map<String, String> tag(String key, String value) {
        return Map.of("key", key, "value", value);
    }

    /** Also unlike that of another municipality's service in the same namespace, whose entries are numbered too. */
    private static String key(Outbox.Entry entry) {
        return entry.conversation() + "." + entry.id();
    }

    @Override
    public void close() {
        wire.close();
    }
}
