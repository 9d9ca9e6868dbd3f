package se.lotsen.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ServiceTest;
import tools.jackson.databind.json.JsonMapper;

/** What the shipped dashboard and alerts ask for exists in a real scrape, by name and label; the documentation names it all. */
@ServiceTest
@ContextConfiguration(initializers = ObservedService.class)
class MonitoringFilesTests {
    private static final Path DASHBOARD = Path.of("etc/grafana/lotsen.json");
    private static final Path ALERTS = Path.of("etc/prometheus/alerts.yaml");
    private static final Path DOCUMENT = Path.of("docs/monitoring.md");
    private static final Set<String> LANGUAGE = Set.of("sum", "max", "min", "avg", "rate",
            "histogram_quantile", "by",
            "and", "or", "on", "increase", "without");
    /** Prometheus makes it itself. */
    private static final Set<String> PROMETHEUS = Set.of("up");
    /** All that ours may have: each has few values, whoever asks whatever. */
    private static final Set<String> LABELS = Set.of("kind", "outcome", "error", "le", "state", "channel",
            "model",
            "end");
    @LocalServerPort
    private int port;
    @Value("${lotsen.data-dir}")
    private Path dataDir;
    @Autowired
    private OperationsMetrics figures;
    private String scrape;
    private final Map<String, Set<String>> metrics = new HashMap<>();

    @BeforeEach
    void readARealScrape() throws IOException {
        ChatClient citizen = new ChatClient(port);
        citizen.ask(citizen.start(), "när har återvinningscentralen öppet");
        figures.measure();
        String key = Files.readString(dataDir.resolve("staff-token")).strip();
        assertThat(citizen.get("/actuator/prometheus", Map.of()).statusCode()).isEqualTo(404);
        HttpResponse<String> answer = citizen.get("/actuator/prometheus",
                Map.of("Authorization", "Bearer " + key, "Accept", "text/plain"));
        assertThat(answer.statusCode()).isEqualTo(200);
        scrape = answer.body();
        Matcher line = Pattern.compile("(?m)^([a-z_][a-z0-9_]*)(?:\\{(.*)})? \\S+$").matcher(scrape);
        while (line.find()) {
            Set<String> labels = metrics.computeIfAbsent(line.group(1), name -> new HashSet<>());
            Matcher label = Pattern.compile("([a-z_]+)=\"")
                    .matcher(line.group(2) == null ? "" : line.group(2));
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
    }

    @Test
    void everythingThatTheDashboardShowsIsMeasured() throws IOException {
        List<String> expressions = JsonMapper.builder().build().readTree(Files.readString(DASHBOARD))
                .path("panels")
                .valueStream().flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString("")).toList();
        assertThat(expressions).hasSizeGreaterThan(20).allSatisfy(this::isMeasured);
    }

    @Test
    void everythingThatAnAlertWatchesIsMeasuredAndExplained() throws IOException {
        String alerts = Files.readString(ALERTS);
        List<String> expressions = all(alerts, "(?m)^        expr: (.*)$");
        assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(this::isMeasured);
        String document = Files.readString(DOCUMENT);
        assertThat(all(alerts, "alert: (\\w+)")).hasSameSizeAs(expressions)
                .allSatisfy(alert -> assertThat(document).contains(alert));
    }

    @Test
    void aNameThatNobodyMeasuresIsSeen() {
        assertThat(unknown("sum(rate(lotsen_qestion_seconds_count[5m]))"))
                .containsExactly("lotsen_qestion_seconds_count");
        assertThat(unknown("sum by (knd) (lotsen_question_seconds_count{outcme=\"x\"})")).containsExactly(
                "knd",
                "outcme");
        assertThat(unknown("sum by (kind) (rate(lotsen_question_seconds_count{outcome=\"x\"}[5m]))"))
                .isEmpty();
    }

    @Test
    void everyFigureOfOursStandsInTheDocument() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> ours = new TreeSet<>();
        metrics.keySet().stream().filter(name -> name.startsWith("lotsen_"))
                .map(name -> name.replaceFirst("_(bucket|count|sum|max|active_count|gcount|gsum|total)$", ""))
                .map(name -> name.replaceFirst("_active_seconds.*", "_seconds"))
                .forEach(ours::add);
        assertThat(ours).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(document).contains(name));
    }

    @Test
    void noLabelHoldsAnIdOrAText() {
        assertThat(scrape).doesNotContain("återvinning")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");
        metrics.forEach((name, labels) -> {
            if (name.startsWith("lotsen_")) {
                assertThat(LABELS).as(name).containsAll(labels);
            }
        });
    }

    private void isMeasured(String expression) {
        assertThat(unknown(expression)).as(expression).isEmpty();
    }

    /** Names of metrics and labels that the scrape does not have. */
    private Set<String> unknown(String expression) {
        Set<String> unknown = new TreeSet<>();
        Set<String> labels = new HashSet<>();
        for (String group : all(expression, "\\bby \\(([^)]*)\\)")) {
            labels.addAll(List.of(group.split(",\\s*")));
        }
        labels.addAll(all(expression, "[{,]\\s*([a-z_]+)\\s*=~?\""));
        String plain = expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\{[^}]*}", " ")
                .replaceAll("\\[[^]]*]", " ").replaceAll("\\bby \\([^)]*\\)", " ");
        Set<String> known = new HashSet<>();
        for (String name : all(plain, "([a-zA-Z_][a-zA-Z0-9_]*)")) {
            if (!LANGUAGE.contains(name) && !PROMETHEUS.contains(name)) {
                if (metrics.containsKey(name)) {
                    known.addAll(metrics.get(name));
                } else {
                    unknown.add(name);
                }
            }
            if (PROMETHEUS.contains(name)) {
                known.add("job");
            }
        }
        labels.stream().filter(label -> !known.contains(label)).forEach(unknown::add);
        return unknown;
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
    }
}
