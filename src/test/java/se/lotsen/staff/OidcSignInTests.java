package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.springframework.web.util.UriComponentsBuilder;
import se.lotsen.audit.AuditLog;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** The organisation's sign-in, against a provider over HTTP. */
@ServiceTest
class OidcSignInTests {
    private static final String ISSUER = "kommunen";
    private static final KeyProvider KEYS = new KeyProvider();
    private static final ForgedTokens FORGED = new ForgedTokens(KEYS, ISSUER);
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(KEYS)), FORGED);
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private StaffAccounts accounts;
    @Autowired
    private AccountOffice office;
    private StaffForTests staff;
    private StaffBrowser browser;
    @Autowired
    private AuditLog audit;
    private String nonce;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.start();
        properties.add("lotsen.staff.oidc.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
        properties.add("lotsen.staff.oidc.client-id", () -> "lotsen");
        properties.add("lotsen.staff.oidc.client-secret", () -> "hemligheten");
        properties.add("lotsen.staff.oidc.claim", () -> "realm_access.roles");
        properties.add("lotsen.staff.oidc.roles.agent", () -> "kc-handlaggare");
        properties.add("lotsen.staff.oidc.roles.supervisor", () -> "kc-ledning,kc-chef");
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @BeforeEach
    void open() {
        staff = new StaffForTests(database);
        staff.clear();
        browser = new StaffBrowser(port);
    }

    @AfterEach
    void clear() {
        staff.clear();
    }

    @Test
    void whoeverTheProviderSendsComesInWithTheRolesOfTheirClaims() {
        assertThat(browser.get("/staff/sign-in").body()).contains("href=\"/staff/oidc/organisation\"");
        HttpResponse<String> arrived = come("s-1", "eva", List.of("kc-handlaggare", "annat"));
        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.headers().firstValue("Refresh")).contains("0; url=/staff");
        assertThat(arrived.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("lotsen-personal=")
                        && cookie.contains("SameSite=Strict"));
        assertThat(browser.cookies()).doesNotContainKey("lotsen-inloggning");
        assertThat(browser.get("/staff").body()).contains("Du är inloggad som Eva Ek", "Handläggare")
                .doesNotContain("Arbetsledare");
        assertThat(browser.get("/desk/accounts").statusCode()).isEqualTo(403);
        assertThat(accounts.activeAgents()).singleElement()
                .matches(agent -> agent.userName().equals("eva"));
    }

    @Test
    void theSamePersonIsTheSameAccountWithTheRolesOfToday() {
        come("s-1", "eva", List.of("kc-handlaggare"));
        StaffAccount before = accounts.all().getFirst().account();
        StaffBrowser earlier = browser;
        browser = new StaffBrowser(port);
        come("s-1", "eva.ny", List.of("kc-chef"));
        assertThat(earlier.get("/desk/accounts").statusCode()).as("the session of before has today's roles")
                .isEqualTo(200);
        assertThat(accounts.all()).hasSize(1);
        StaffAccount after = accounts.find(before.id()).orElseThrow();
        assertThat(after.roles()).containsExactly(StaffRole.SUPERVISOR);
        assertThat(after.userName()).isEqualTo("eva");
        assertThat(browser.get("/desk/accounts").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyTakesOverALocalAccountByItsName() {
        StaffAccount local = staff.make("eva", StaffRole.SUPERVISOR);
        come("s-2", "eva", List.of("kc-handlaggare"));
        assertThat(accounts.all()).hasSize(2);
        assertThat(accounts.find(local.id())).contains(local);
        assertThat(browser.get("/desk/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void withoutARoleOrDisabledNobodyComesIn() {
        HttpResponse<String> refused = come("s-3", "bo", List.of("annat"));
        assertThat(refused.headers().firstValue("Location")).contains("/staff/sign-in?besked=nekad");
        assertThat(browser.get("/staff/sign-in?besked=nekad").body())
                .contains("Organisationens inloggning släppte inte in dig");
        assertThat(accounts.all()).isEmpty();
        come("s-1", "eva", List.of("kc-handlaggare"));
        office.disable(new StaffMember(new java.util.UUID(1, 2), "Chefen", java.util.Set.of()),
                accounts.all().getFirst().account().id());
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        assertThat(come("s-1", "eva", List.of("kc-handlaggare")).headers().firstValue("Location"))
                .contains("/staff/sign-in?besked=nekad");
    }

    @Test
    void aWayBackThatThisBrowserDidNotBeginIsRefused() {
        String callback = callback();
        StaffBrowser victim = new StaffBrowser(port);
        assertThat(victim.get(callback).headers().firstValue("Location"))
                .contains("/staff/sign-in?besked=nekad");
        assertThat(victim.get("/staff").statusCode()).isEqualTo(303);
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void anAccountOfTheOrganisationHasNoPasswordHere() {
        come("s-1", "eva", List.of("kc-chef"));
        StaffAccount eva = accounts.all().getFirst().account();
        assertThat(office.reset(eva.member(), eva.id())).isEmpty();
        assertThat(new StaffBrowser(port).signIn("eva", "").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsRightComesIn() throws Exception {
        assertThat(comeWith("right").headers().firstValue("Refresh")).contains("0; url=/staff");
        assertThat(accounts.all()).hasSize(1);
        assertThat(audit.entries(accounts.all().getFirst().account().id().toString(), Long.MAX_VALUE, 10))
                .extracting(AuditLog.Entry::action).containsExactly("staff-signed-in", "staff-account-made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "of tomorrow", "without an end", "foreign key", "foreign issuer",
            "foreign audience", "audience of two, for another", "no audience", "wrong nonce", "no nonce",
            "no subject", "alg none", "alg HS256 with the public key", "without its signature",
            "changed after signing", "empty", "malformed", "one word", "missing"})
    void aTokenThatIsNotRightIsRefused(String how) throws Exception {
        HttpResponse<String> refused = comeWith(how);
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location")).contains("/staff/sign-in?besked=nekad");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        assertThat(accounts.all()).isEmpty();
    }

    private HttpResponse<String> comeWith(String how) throws Exception {
        String callback = callback();
        FORGED.next("missing".equals(how)
                ? null
                : FORGED.make(how, new ForgedTokens.Ground(
                        PROVIDER.issuerUrl(ISSUER).toString(), nonce)),
                PROVIDER.issueToken(ISSUER, ForgedTokens.SUBJECT, "lotsen").serialize());
        return browser.get(callback);
    }

    /** The whole way: to the provider and back. */
    private HttpResponse<String> come(String subject, String name, List<String> roles) {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of("lotsen"),
                Map.of("name", "Eva Ek", "preferred_username", name, "realm_access", Map.of("roles", roles)),
                3600));
        return browser.get(callback());
    }

    /** To the provider, and the address that it sends the browser back to. */
    private String callback() {
        HttpResponse<String> there = browser.get("/staff/oidc/organisation");
        assertThat(there.statusCode()).isEqualTo(302);
        assertThat(there.headers().allValues("Set-Cookie")).allMatch(
                cookie -> cookie.startsWith("lotsen-inloggning=") && cookie.contains("SameSite=Lax")
                        && cookie.contains("HTTPOnly"));
        String away = there.headers().firstValue("Location").orElseThrow();
        assertThat(away).startsWith(PROVIDER.issuerUrl(ISSUER).toString()).contains("code_challenge=",
                "nonce=", "state=");
        nonce = UriComponentsBuilder.fromUriString(away).build().getQueryParams().getFirst("nonce");
        HttpResponse<String> back = new StaffBrowser(port).get(away);
        return back.headers().firstValue("Location").orElseThrow();
    }
}
