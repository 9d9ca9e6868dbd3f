package se.lotsen.security.incidents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.lotsen.testing.ChatClient;
import tools.jackson.databind.json.JsonMapper;

/** Calls routes with a body of the kind that they take, as a given principal. */
final class Caller {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What any form or body of the service may want, so that nothing but who asks, and for what, is wrong. */
    private static final Map<String, Object> FIELDS = Map.ofEntries(
            Map.entry("question", "vad kostar förskolan"),
            Map.entry("text", "Hej"), Map.entry("helpful", true), Map.entry("kind", "message"),
            Map.entry("contact", "a@exempel.se"), Map.entry("due", "2026-11-25T08:00:00Z"),
            Map.entry("after", "assistant"), Map.entry("score", 3), Map.entry("version", "1"),
            Map.entry("svar", "Hej"), Map.entry("anteckning", "Hej"), Map.entry("till", "x"),
            Map.entry("queue", "allmant"), Map.entry("orsak", "other"), Map.entry("slut", "solved"),
            Map.entry("namn", "x"), Map.entry("titel", "x"), Map.entry("skal", "x"), Map.entry("ord", "x"));
    /** What some addresses must say beside, so that they are not refused for its lack. */
    private static final String NEEDED = "?typ=PAGES&version=1";
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;

    Caller(int port) {
        service = URI.create("http://localhost:" + port);
    }

    /** What came back; of a stream that does not end only its head. */
    record Reply(int status, String head, String body) {
        String everything() {
            return head + "\n\n" + body;
        }
    }

    /** Calls a route about this id, with a body and a form token as its own pages would send. */
    Reply call(Route route, String id, Principal who) {
        return call(route.method(), route.at(id) + (route.isForStaff() ? NEEDED : ""), who, FIELDS);
    }

    /** The same with fields of one's own. */
    Reply call(String method, String path, Principal who, Map<String, Object> fields) {
        if (!method.equals("POST") && !method.equals("PUT") && !method.equals("ANY")) {
            return send(method, path, who.headers(), null, "");
        }
        if (path.startsWith("/api/")) {
            return send("POST", path, who.headers(), "application/json", JSON.writeValueAsString(fields));
        }
        Map<String, Object> form = new LinkedHashMap<>(fields);
        form.put("_csrf", who.formToken());
        form.put("nyckel", UUID.randomUUID().toString());
        return send("POST", path, who.headers(), "application/x-www-form-urlencoded", encoded(form));
    }

    Reply get(String path, Principal who) {
        return send("GET", path, who.headers(), null, "");
    }

    static String encoded(Map<String, ?> form) {
        return form.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                + "=" + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Reply send(String method, String path, Map<String, String> headers, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/json;q=0.9,text/event-stream;q=0.8,*/*;q=0.5")
                .method(method, type == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (type != null) {
            request.setHeader("Content-Type", type);
        }
        if (!headers.containsKey(ChatClient.KEY)) {
            request.setHeader(ChatClient.KEY, UUID.randomUUID().toString());
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                String head = answer.headers().map().entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue()).collect(Collectors.joining("\n"));
                boolean endless = method.equals("GET")
                        && answer.headers().firstValue("Content-Type").orElse("")
                                .toLowerCase(Locale.ROOT).startsWith("text/event-stream");
                return new Reply(answer.statusCode(), head,
                        endless ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
