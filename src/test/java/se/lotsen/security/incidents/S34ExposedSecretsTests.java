package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;

/** S34: secrets in the repository, the image, the actuator and on error pages. */
@ServiceTest
class S34ExposedSecretsTests extends TownTests {
    private static final String SECRET = "-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abp]-[0-9A-Za-z-]{20,}|sk-[A-Za-z0-9]{32,}|AIza[0-9A-Za-z_-]{35}"
            + "|eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}|(?i)(password|secret|api[-_]?key)\\s*[:=]\\s*[\"'][A-Za-z0-9+/_-]{24,}[\"']";

    @Test
    void noFileOfTheRepositoryHoldsASecret() {
        for (String folder : List.of("src/main", "src/test", "docs", "scripts", "etc", "knowledge-base",
                "prompts")) {
            assertThat(
                    Sources.containing(
                            Sources.of(folder, ".java", ".yaml", ".yml", ".properties", ".md", ".js", ".json",
                                    ".sh", ".html", ".sql", ".txt", ".tsv", ".xml", "Dockerfile", ".example"),
                            SECRET))
                    .as(folder)
                    .isSubsetOf("S34ExposedSecretsTests.java");
        }
        assertThat(Pattern.compile(SECRET).matcher("api-key: \"0123456789abcdef0123456789abcdef\"").find())
                .as("the scan bites").isTrue();
    }

    @Test
    void theImageIsGivenNoSecret() throws IOException {
        assertThat(Files.readString(Path.of("Dockerfile")))
                .doesNotContainPattern("(?i)(ARG|ENV)\\s+\\S*(password|secret|token|key)");
        assertThat(Files.readString(Path.of("docker-compose.yml")))
                .doesNotContainPattern("(?i)(password|secret|token|api_key):\\s*[A-Za-z0-9]{6,}\\s*$");
    }

    @Test
    void onlyHealthIsPublicOfTheActuatorAndWithoutDetails() {
        assertThat(Route.listed().stream()
                .filter(route -> route.path().startsWith("/actuator") && route.isFor(Route.PUBLIC))
                .map(Route::path)).allMatch(path -> path.startsWith("/actuator/health"));
        assertThat(town.caller.get("/actuator/health", Town.nobody()).body()).doesNotContain("jdbc", "path",
                "free", "components", "details");
        for (String path : List.of("/actuator", "/actuator/metrics", "/%61ctuator/metrics", "/ACTUATOR",
                "/actuator/", "/actuator/metrics/jvm.memory.used", "/actuator;x/metrics",
                "//actuator/metrics", "/actuator/health/..%2fmetrics")) {
            assertThat(town.caller.get(path, Town.nobody()).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void noErrorTellsWhatIsInside() {
        Principal alla = town.member("alla", List.of("allmant"), StaffRole.values());
        for (Principal who : List.of(Town.nobody(), alla)) {
            for (String path : List.of("/finns-inte", "/desk/cases/x", "/editor/import/x",
                    "/editor/installningar/x", "/knowledge/x", "/api/conversations/x",
                    "/staff/welcome?token=x", "/editor/radar/x", "/%00", "/error", "/desk/sok?sida=x")) {
                for (String method : List.of("GET", "POST", "PUT", "TRACE", "DELETE")) {
                    Reply reply = method.equals("TRACE")
                            ? town.caller.get(path, who)
                            : town.caller.send(method, path, who.headers(),
                                    method.equals("GET") ? null : "application/json", "{\"a\":");
                    assertThat(reply.status()).as(method + " " + path).isLessThan(500);
                    assertThat(reply.everything()).as(method + " " + path).doesNotContain("\tat ",
                            "Exception", "org.springframework", "se.lotsen", "netty", "/tmp/", "jdbc:", "H2",
                            "trace");
                }
            }
        }
    }
}
