package se.lotsen.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code replay ID [--url ADDRESS] [--key-file FILE] [--json]}: asks the running service to give an answer again. It talks to the
 * service, as a second process cannot open an H2 database, and shows the staff's key.
 */
final class ReplayCommand {
    private static final Map<String, Boolean> OPTIONS = Map.of("url", true, "key-file", true, "json", false);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FOUND = 200;
    private static final int MISSING = 404;
    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;
    private final ResourceBundle texts;

    ReplayCommand(List<String> rest, PrintStream out, PrintStream err, ResourceBundle texts) {
        this.arguments = Arguments.of(rest, OPTIONS);
        if (arguments.plain().size() != 1 || !arguments.plain().getFirst().matches("[A-Za-z0-9-]{16,24}")) {
            throw new UsageException("replay-usage");
        }
        this.out = out;
        this.err = err;
        this.texts = texts;
    }

    int run() {
        String id = arguments.plain().getFirst();
        String service = arguments.value("url").orElseGet(() -> "http://localhost:"
                + System.getenv().getOrDefault("SERVER_PORT", "8080"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(HttpRequest
                    .newBuilder(URI.create(service.replaceAll("/+$", "") + "/api/receipts/" + id))
                    .header("Authorization", "Bearer " + key()).timeout(Duration.ofMinutes(5)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return switch (answer.statusCode()) {
                case FOUND -> show(answer.body());
                case MISSING -> fault("replay-UNKNOWN", id);
                default -> fault("replay-refused", Integer.toString(answer.statusCode()));
            };
        } catch (IOException | IllegalArgumentException e) {
            return fault("replay-unreachable", service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private String key() {
        Path file = arguments.value("key-file").map(Path::of).orElseGet(
                () -> Path.of(System.getenv().getOrDefault("LOTSEN_DATA_DIR", "data"), "staff-token"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UsageException("replay-key", file.toString());
        }
    }

    private int fault(String code, Object... details) {
        err.println(text(code, details));
        return 2;
    }

    private int show(String body) {
        JsonNode replay;
        try {
            replay = JSON.readTree(body);
        } catch (JacksonException e) {
            return fault("replay-refused", "JSON");
        }
        String result = replay.path("result").asString("");
        if (arguments.has("json")) {
            out.println(body);
        } else {
            print(replay, result);
        }
        return switch (result) {
            case "SAME", "MODEL", "DISPOSED" -> 0;
            default -> 1;
        };
    }

    private void print(JsonNode replay, String result) {
        out.println(
                text("replay-" + result, replay.path("id").asString(""), replay.path("part").asString("")));
        replay.path("then").forEach(line -> {
            String said = line.path("text").asString("");
            out.println("  " + (said.isEmpty() ? text("replay-not-kept") : said));
            if (line.hasNonNull("page")) {
                out.println("      " + line.path("page").asString("") + "  "
                        + line.path("revision").asString(""));
            }
        });
        replay.path("differences").forEach(one -> out.println(text("replay-difference",
                texts.getString("replay-what-" + one.path("what").asString("")),
                one.path("then").asString(""),
                one.path("now").asString(""))));
        replay.path("pages").forEach(one -> out.println(text("replay-page", one.path("page").asString(""),
                one.path("then").asString(""), one.path("now").asString(""))));
    }

    private String text(String code, Object... details) {
        return MessageFormat.format(texts.getString(code), details);
    }
}
