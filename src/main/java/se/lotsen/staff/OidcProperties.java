package se.lotsen.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * The organisation's own sign-in (OpenID Connect). Without an issuer there is none, and nobody is asked for anything.
 *
 * @param issuer as in the provider's discovery document
 * @param clientSecretFile a file that holds the secret instead
 * @param scopes what is asked for
 * @param claim the claim of the ID token, or of the user info, that lists what the person is; with dots for what
 *            lies deeper, as {@code realm_access.roles}
 * @param roles for each role the values of the claim that give it
 */
record OidcProperties(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret,
        @Nullable String clientSecretFile, @DefaultValue({
                "openid", "profile"}) Set<String> scopes,
        @DefaultValue("roles") String claim, @DefaultValue Map<StaffRole, List<String>> roles) {
    OidcProperties {
        if (issuer != null && !issuer.isBlank() && (clientId == null || clientId.isBlank())) {
            throw new IllegalArgumentException("lotsen.staff.oidc.client-id is missing");
        }
        if (clientSecret != null && clientSecretFile != null) {
            throw new IllegalArgumentException(
                    "lotsen.staff.oidc: set client-secret or client-secret-file, not both");
        }
    }

    boolean configured() {
        return issuer != null && !issuer.isBlank();
    }

    /** Read when it is needed, so that a new secret in the file counts without a restart. */
    @Nullable
    String secret() {
        if (clientSecretFile == null) {
            return clientSecret;
        }
        try {
            return Files.readString(Path.of(clientSecretFile)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("lotsen.staff.oidc.client-secret-file cannot be read", e);
        }
    }

    /** The roles that somebody's claims give; often none. */
    Set<StaffRole> rolesOf(ClaimAccessor claims) {
        Object at = claims.getClaims();
        for (String step : at instanceof Map<?, ?> all && all.containsKey(claim)
                ? new String[]{claim}
                : claim.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Set<String> values = switch (at) {
            case Collection<?> several -> several.stream().filter(String.class::isInstance)
                    .map(String.class::cast).collect(Collectors.toSet());
            case String words -> Arrays.stream(words.strip().split("[ ,]+")).collect(Collectors.toSet());
            case null, default -> Set.of();
        };
        Set<String> groups = values.stream().map(OidcProperties::withoutSlash).collect(Collectors.toSet());
        groups.remove("");
        return roles.entrySet().stream()
                .filter(role -> role.getValue().stream().map(OidcProperties::withoutSlash)
                        .anyMatch(groups::contains))
                .map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    /** Groups are paths for some providers ({@code /lotsen/agents}); the whole path counts, never its end alone. */
    private static String withoutSlash(String group) {
        return group.startsWith("/") ? group.substring(1) : group;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "oidc " + issuer;
    }
}
