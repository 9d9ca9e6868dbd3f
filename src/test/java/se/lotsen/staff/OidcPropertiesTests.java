package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OidcPropertiesTests {
    private static final Map<String, Object> SET = Map.of("LOTSEN_STAFF_OIDC_ISSUER",
            "https://id.lindakra.example", "LOTSEN_STAFF_OIDC_CLIENT_ID", "lotsen",
            "LOTSEN_STAFF_OIDC_CLIENT_SECRET", "hemligheten", "LOTSEN_STAFF_OIDC_CLAIM", "realm.roles",
            "LOTSEN_STAFF_OIDC_ROLES_AGENT", "a,b", "LOTSEN_STAFF_OIDC_ROLES_EDITOR", "b");

    @Test
    void theEnvironmentSaysItAll() {
        OidcProperties oidc = bound(SET).oidc();
        assertThat(oidc.configured()).isTrue();
        assertThat(oidc.claim()).isEqualTo("realm.roles");
        assertThat(oidc.roles()).containsExactlyInAnyOrderEntriesOf(
                Map.of(StaffRole.AGENT, List.of("a", "b"), StaffRole.EDITOR, List.of("b")));
        assertThat(oidc.toString()).doesNotContain("hemligheten");
    }

    @Test
    void withoutAnIssuerThereIsNone() {
        assertThat(bound(Map.of()).oidc().configured()).isFalse();
        assertThat(bound(Map.of("LOTSEN_STAFF_OIDC_ISSUER", " ")).oidc().configured()).isFalse();
    }

    @Test
    void rolesAreFoundHoweverTheProviderWritesThem() {
        OidcProperties oidc = bound(SET).oidc();
        assertThat(oidc.rolesOf(() -> Map.of("realm", Map.of("roles", List.of("b", "x")))))
                .containsExactlyInAnyOrder(StaffRole.AGENT, StaffRole.EDITOR);
        assertThat(oidc.rolesOf(() -> Map.of("realm.roles", "x a"))).containsExactly(StaffRole.AGENT);
        assertThat(oidc.rolesOf(() -> Map.of("realm", Map.of("roles", List.of("A", "AGENT"))))).isEmpty();
        assertThat(oidc.rolesOf(() -> Map.of("realm", "b"))).isEmpty();
        assertThat(oidc.rolesOf(Map::of)).isEmpty();
    }

    @Test
    void allEightRolesAreGivenByGroups() {
        Map<String, Object> set = new HashMap<>(SET);
        for (StaffRole role : StaffRole.values()) {
            set.put("LOTSEN_STAFF_OIDC_ROLES_" + role.name().replace("_", ""), "g-" + role.ordinal());
        }
        OidcProperties oidc = bound(set).oidc();
        for (StaffRole role : StaffRole.values()) {
            assertThat(oidc.rolesOf(() -> Map.of("realm.roles", List.of("g-" + role.ordinal()))))
                    .containsExactly(role);
        }
    }

    @Test
    void aGroupIsItsWholePath() {
        Map<String, Object> set = new HashMap<>(SET);
        set.put("LOTSEN_STAFF_OIDC_ROLES_AGENT", "/lotsen/agents");
        set.put("LOTSEN_STAFF_OIDC_ROLES_EDITOR", "lotsen/editors");
        OidcProperties oidc = bound(set).oidc();
        assertThat(oidc.rolesOf(() -> Map.of("realm.roles", List.of("/lotsen/agents"))))
                .containsExactly(StaffRole.AGENT);
        assertThat(oidc.rolesOf(() -> Map.of("realm.roles", List.of("/lotsen/editors", "lotsen/agents"))))
                .containsExactlyInAnyOrder(StaffRole.AGENT, StaffRole.EDITOR);
        assertThat(oidc.rolesOf(() -> Map.of("realm.roles",
                List.of("agents", "/agents", "/other/lotsen/agents", "/lotsen", "/", "",
                        "/lotsen/agents/x"))))
                .isEmpty();
    }

    @Test
    void whatIsNoTextIsNoGroup() {
        OidcProperties oidc = bound(SET).oidc();
        List<Object> odd = new ArrayList<>(List.of(1, true, List.of("a"), Map.of("a", "a")));
        odd.add(null);
        assertThat(oidc.rolesOf(() -> Map.of("realm.roles", odd))).isEmpty();
        assertThat(oidc.rolesOf(() -> Map.of("realm.roles", 7))).isEmpty();
    }

    @Test
    void theSecretMayLieInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "i-filen\n");
        Map<String, Object> set = new HashMap<>(SET);
        set.put("LOTSEN_STAFF_OIDC_CLIENT_SECRET_FILE", file.toString());
        assertThatThrownBy(() -> bound(set)).rootCause().hasMessageContaining("not both");
        set.remove("LOTSEN_STAFF_OIDC_CLIENT_SECRET");
        assertThat(bound(set).oidc().secret()).isEqualTo("i-filen");
    }

    @Test
    void anIssuerWithoutAClientIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("LOTSEN_STAFF_OIDC_ISSUER", "https://id.example"))).rootCause()
                .hasMessageContaining("client-id");
    }

    private static StaffProperties bound(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("lotsen.staff", StaffProperties.class);
    }
}
