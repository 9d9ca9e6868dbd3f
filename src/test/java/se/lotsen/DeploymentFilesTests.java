package se.lotsen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.yaml.snakeyaml.Yaml;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that run the service elsewhere, against the service itself; there is neither a container engine nor a cluster here.
 * Every variable that they set is a property, what they name is there, and the probes are answered.
 */
@ServiceTest
class DeploymentFilesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path KUBERNETES = Path.of("etc/kubernetes");
    private static final Pattern VARIABLE = Pattern.compile("(LOTSEN|SERVER|SPRING)_[A-Z0-9_]+");

    @LocalServerPort
    private int port;

    @Test
    void oneContainerStartsByDefaultAndTwoReplicasBehindAProxyByTheirProfile() throws IOException {
        JsonNode services = compose().required("services");
        assertThat(withProfile(services, "")).containsExactly("lotsen");
        assertThat(withProfile(services, "postgres")).containsExactly("postgres", "proxy", "replica-1",
                "replica-2");
        assertThat(withProfile(services, "ollama")).containsExactly("ollama");
        assertThat(services.required("replica-1").required("environment"))
                .isEqualTo(services.required("replica-2").required("environment"));
        assertThat(services.required("replica-1").required("volumes").get(0))
                .as("an index each").isNotEqualTo(services.required("replica-2").required("volumes").get(0));
        for (String hidden : List.of("replica-1", "replica-2", "postgres", "ollama", "embedding")) {
            assertThat(services.required(hidden).has("ports")).as(hidden).isFalse();
        }
        assertThat(compose().at("/networks/database/internal").asBoolean()).isTrue();
        JsonNode database = services.required("postgres").required("environment");
        JsonNode replica = services.required("replica-1").required("environment");
        assertThat(replica.required("SPRING_DATASOURCE_URL").asString())
                .endsWith("//postgres/" + database.required("POSTGRES_DB").asString());
        assertThat(replica.required("SPRING_DATASOURCE_PASSWORD"))
                .isEqualTo(database.required("POSTGRES_PASSWORD"));
    }

    @Test
    void everyVolumeNetworkAndFileOfTheContainersIsThere() throws IOException {
        JsonNode compose = compose();
        for (JsonNode service : compose.required("services")) {
            service.path("volumes").forEach(volume -> {
                String source = volume.asString().split(":", 2)[0];
                assertThat(source.startsWith("./")
                        ? Files.exists(Path.of(source))
                        : compose.required("volumes").has(source))
                        .as(source).isTrue();
            });
            service.path("networks").forEach(network -> assertThat(network.asString().equals("default")
                    || compose.required("networks").has(network.asString())).as(network.asString()).isTrue());
        }
    }

    @Test
    void theProxyTurnsToTheReplicasKeepsNothingBackAndOverwritesWhatASenderClaims() throws IOException {
        String nginx = Files.readString(Path.of("etc/nginx-lotsen.conf")).replaceAll("(?m)#.*$", "");
        assertThat(nginx).contains("server replica-1:8080", "server replica-2:8080", "proxy_buffering off;",
                "proxy_set_header X-Forwarded-For $remote_addr;",
                "proxy_set_header X-Forwarded-Proto $scheme;",
                "proxy_set_header X-Forwarded-Host $http_host;", "proxy_set_header Forwarded \"\";")
                .doesNotContain("ip_hash", "sticky", "proxy_add_x_forwarded_for", "non_idempotent");
        assertThat(nginx).as("no query in the log").contains("access_log /var/log/nginx/access.log lotsen;")
                .doesNotContain("$request\"", "$request ", "$request_uri", "$args", "$query_string",
                        "$http_referer");
        assertThat(compose().at("/services/proxy/volumes/0").asString())
                .startsWith("./etc/nginx-lotsen.conf:");
    }

    @Test
    void everyVariableIsAProperty() throws IOException {
        Set<String> known = variables();
        assertThat(known).contains("LOTSEN_CHAT_KEEP_ALIVE", "SPRING_DATASOURCE_URL");
        Set<String> named = new TreeSet<>();
        compose().required("services").forEach(service -> service.path("environment").propertyNames()
                .forEach(named::add));
        for (JsonNode object : manifests()) {
            object.path("data").propertyNames().forEach(named::add);
            object.path("stringData").propertyNames().forEach(named::add);
            object.findValues("env")
                    .forEach(env -> env.forEach(one -> named.add(one.required("name").asString())));
        }
        named.removeIf(name -> !VARIABLE.matcher(name).matches());
        assertThat(named).hasSizeGreaterThan(10).isSubsetOf(known);
    }

    @Test
    void theClustersObjectsBelongTogether() throws IOException {
        Map<String, JsonNode> objects = manifests().stream().collect(Collectors.toMap(
                one -> one.required("kind").asString() + "/" + one.at("/metadata/name").asString(),
                one -> one));
        JsonNode deployment = objects.get("Deployment/lotsen");
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(objects.get("Service/lotsen").at("/spec/selector")).isEqualTo(labels);
        assertThat(objects.get("PodDisruptionBudget/lotsen").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        JsonNode backend = objects.get("Ingress/lotsen").at("/spec/rules/0/http/paths/0/backend/service");
        assertThat(objects).containsKey("Service/" + backend.required("name").asString());
        assertThat(backend.at("/port/name"))
                .isEqualTo(objects.get("Service/lotsen").at("/spec/ports/0/name"));

        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertThat(objects).containsKeys(
                "ConfigMap/" + container.at("/envFrom/0/configMapRef/name").asString(),
                "Secret/" + container.at("/envFrom/1/secretRef/name").asString(),
                "Secret/" + pod.at("/volumes/3/secret/secretName").asString());
        List<String> volumes = pod.required("volumes").findValuesAsString("name");
        assertThat(container.required("volumeMounts").findValuesAsString("name")).isSubsetOf(volumes);
        for (JsonNode one : List.of(container, pod.at("/initContainers/0"))) {
            assertThat(one.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(one.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(one.at("/securityContext/capabilities/drop/0").asString()).isEqualTo("ALL");
        }
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("--uid " + pod.at("/securityContext/runAsUser").asInt());
        assertThat(pod.at("/terminationGracePeriodSeconds").asInt())
                .isGreaterThan(10 + container.at("/lifecycle/preStop/sleep/seconds").asInt());
    }

    @Test
    void theClustersProbesAreAnswered() throws IOException {
        List<String> probes = new ArrayList<>();
        manifests().forEach(one -> probes.addAll(one.findValues("httpGet").stream()
                .map(probe -> probe.required("path").asString()).toList()));
        assertThat(probes).hasSize(3);
        StaffBrowser cluster = new StaffBrowser(port);
        assertThat(probes).allSatisfy(path -> assertThat(cluster.get(path).statusCode()).isEqualTo(200));
    }

    private static JsonNode compose() throws IOException {
        return tree(new Yaml().load(Files.readString(Path.of("docker-compose.yml"))));
    }

    private static List<JsonNode> manifests() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(KUBERNETES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).sorted().toList()) {
                new Yaml().loadAll(Files.readString(file)).forEach(one -> objects.add(tree(one)));
            }
        }
        return objects;
    }

    private static JsonNode tree(Object loaded) {
        return JSON.valueToTree(loaded);
    }

    private static List<String> withProfile(JsonNode services, String profile) {
        return services.propertyNames().stream()
                .filter(name -> services.required(name).at("/profiles/0").asString("").equals(profile))
                .sorted().toList();
    }

    /** Of our own properties, and of those that Spring Boot describes. */
    private static Set<String> variables() throws IOException {
        Set<String> names = new HashSet<>(Set.of("lotsen.data-dir"));
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(
                false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        scan.findCandidateComponents("se.lotsen").forEach(found -> {
            try {
                Class<?> properties = Class.forName(found.getBeanClassName());
                add(names, properties.getAnnotation(ConfigurationProperties.class).value(), properties);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        for (URL described : Collections.list(DeploymentFilesTests.class.getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream json = described.openStream()) {
                JSON.readTree(json).required("properties")
                        .forEach(one -> names.add(one.required("name").asString()));
            }
        }
        return names.stream().map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
    }

    private static void add(Set<String> names, String prefix, Class<?> properties) {
        RecordComponent[] components = properties.isRecord()
                ? properties.getRecordComponents()
                : new RecordComponent[0];
        for (RecordComponent one : components) {
            String name = prefix + "." + one.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            names.add(name);
            if (one.getType().isRecord()) {
                add(names, name, one.getType());
            }
        }
    }
}
