package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.LogCapture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * S20, Onyx issue 13165: keys that an operator had set came back to ordinary users. Every secret that Lotsen can be given is planted, and
 * every route is walked as everybody, with the actuator to its last metric, error pages, and the log.
 */
@PlantedSecrets
class S20WriteOnlySecretsTests extends TownTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Set<String> secrets = new TreeSet<>();
    private int scanned;

    @Test
    void noResponseAndNoLineOfTheLogHoldsASecret() throws IOException {
        String key = Files.readString(Path.of(service.getEnvironment().getRequiredProperty("lotsen.data-dir"))
                .resolve("staff-token")).strip();
        Talk owned = answered();
        for (String secret : Stream.concat(PlantedSecrets.PLANTED.stream(),
                Stream.of(key, StaffForTests.PASSWORD, "$argon2", "{argon2")).toList()) {
            secrets.add(secret);
            secrets.add(Base64.getEncoder().withoutPadding()
                    .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            secrets.add(java.util.HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
            secrets.add(java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        List<Principal> all = new ArrayList<>(List.of(Town.nobody(),
                new Principal("key", Set.of(), Map.of("Authorization", "Bearer " + key), ""),
                new Principal("owner", Set.of(), Town.holding(owned), "")));
        for (StaffRole role : StaffRole.values()) {
            all.add(town.member("r-" + role.name().toLowerCase(Locale.ROOT), List.of("allmant"), role));
        }
        all.add(town.member("r-alla", List.of(), StaffRole.values()));
        try (LogCapture log = new LogCapture()) {
            assertThat(write(owned, owned.token(), "/promises",
                    "{\"kind\":\"message\",\"contact\":\"a@exempel.se\"}").status()).isLessThan(500);
            for (Route route : Route.listed()) {
                for (Principal who : all) {
                    if (route.isCallable() && (route.reads() || route.hasId() || !who.mayUse(route))) {
                        scan(route + " " + who, town.caller.call(route,
                                route.reads() && route.isFor(Route.CONVERSATION)
                                        ? owned.id()
                                        : UUID.randomUUID().toString(),
                                who));
                    }
                }
            }
            for (Principal who : List.of(Town.nobody(), all.getLast(), all.get(1))) {
                for (String path : List.of("/finns-inte", "/staff/oidc/organisation",
                        "/staff/oidc/svar?code=x&state=y", "/login", "/error", "/api/x", "/knowledge/%00",
                        "/actuator/env",
                        "/actuator/configprops", "/desk/cases/x", "/.env", "/application.yaml", "/h2-console",
                        "/staff-token", "/api/docs", "/api/docs.yaml")) {
                    scan(path, town.caller.get(path, who));
                    scan("PATCH " + path,
                            town.caller.send("PATCH", path, who.headers(), "application/json", "{"));
                }
            }
            actuator("/actuator", all.get(1), new HashSet<>());
            assertThat(log.lines()).isNotEmpty()
                    .allSatisfy(line -> assertThat(secrets).noneMatch(line::contains));
        }
        System.out.printf("| planted secrets | %d responses | 0 hits |%n", scanned);
        assertThat(scanned).isGreaterThan(1_000);
    }

    @Test
    void theScanBites() {
        secrets.add("Åtgärda");
        org.assertj.core.api.Assertions
                .assertThatThrownBy(() -> scan("x", new Reply(200, "X-A: Åtgärda", "")))
                .isInstanceOf(AssertionError.class);
    }

    private void scan(String where, Reply reply) {
        scanned++;
        String everything = reply.everything();
        assertThat(secrets).as(where).noneMatch(everything::contains);
    }

    /** Every link of every answer, and every metric by its name. */
    private void actuator(String path, Principal who, Set<String> seen) {
        if (!seen.add(path) || seen.size() > 500) {
            return;
        }
        Reply reply = town.caller.get(path, who);
        scan(path, reply);
        if (reply.status() == 200 && reply.head().contains("json")) {
            JsonNode answer = JSON.readTree(reply.body());
            answer.path("_links").forEach(link -> {
                String href = link.path("href").asString("").replaceFirst("^https?://[^/]+", "");
                if (!href.contains("{")) {
                    actuator(href, who, seen);
                }
            });
            answer.path("names").forEach(name -> actuator("/actuator/metrics/" + name.asString(), who, seen));
            answer.path("components").propertyNames().forEach(name -> actuator(path + "/" + name, who, seen));
        }
    }
}
