package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.awaitility.Awaitility;
import se.lotsen.audit.AuditLog;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import se.lotsen.testing.TownClock;

/** The staff entrance over HTTP. */
@ServiceTest
class SignInTests {
    private static final String SESSION = "lotsen-personal";
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private AccountOffice office;
    @Autowired
    private Clock clock;
    @Autowired
    private AuditLog audit;
    private StaffForTests staff;
    private StaffBrowser browser;

    @BeforeEach
    void open() {
        staff = new StaffForTests(database);
        staff.clear();
        browser = new StaffBrowser(port);
    }

    @AfterEach
    void leave() {
        staff.clear();
        ((TownClock) clock).set(TownClock.OPEN);
    }

    @Test
    void aSessionIsAStrictCookieOfTheBrowsersOwn() {
        staff.make("Anna", StaffRole.AGENT);
        HttpResponse<String> in = browser.signIn("aNNA", StaffForTests.PASSWORD);
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).contains("/staff");
        String cookie = in.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(SESSION)).findFirst().orElseThrow();
        assertThat(cookie).contains("HTTPOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Max-Age", "Secure", "Domain");
        assertThat(browser.get("/staff").body()).contains("Test Anna").doesNotContain("/desk/accounts");
    }

    @Test
    void aWrongPasswordAndAnUnknownOrDisabledAccountLookTheSame() {
        staff.make("anna", StaffRole.AGENT);
        StaffAccount gone = staff.make("arne", StaffRole.AGENT);
        office.disable(boss(), gone.id());
        try (LogCapture log = new LogCapture()) {
            String wrong = refused("anna", "inte lösenordet");
            assertThat(wrong).contains("Användarnamnet eller lösenordet stämmer inte", "<title>Fel: ");
            assertThat(refused("alva", "inte lösenordet")).isEqualTo(wrong);
            assertThat(refused("arne", StaffForTests.PASSWORD)).isEqualTo(wrong);
            assertThat(refused("anna", "")).isEqualTo(wrong);
            assertThat(log.lines()).noneMatch(line -> line.contains("inte lösenordet")
                    || line.contains("anna") || line.contains("alva"));
        }
    }

    @Test
    void whoCameInAndWhoWasRefusedIsInTheAuditLog() {
        StaffAccount anna = staff.make("anna", StaffRole.AGENT);
        browser.signIn("anna", "inte lösenordet");
        browser.signIn("ingen", "inte lösenordet");
        browser.signIn("anna", StaffForTests.PASSWORD);
        Awaitility.await().untilAsserted(() -> assertThat(
                audit.entries(anna.id().toString(), Long.MAX_VALUE, 10)).extracting(AuditLog.Entry::action)
                .containsExactlyInAnyOrder("staff-signed-in", "staff-sign-in-refused"));
        assertThat(audit.entries(null, Long.MAX_VALUE, 100).toString()).doesNotContain("inte lösenordet",
                "ingen");
    }

    @Test
    void theSessionsIdIsNewAfterSigningIn() {
        staff.make("anna", StaffRole.AGENT);
        StaffBrowser planted = new StaffBrowser(port);
        planted.signIn("anna", StaffForTests.PASSWORD);
        String before = planted.cookies().get(SESSION);
        planted.signIn("anna", StaffForTests.PASSWORD);
        assertThat(planted.cookies().get(SESSION)).isNotEqualTo(before);
        assertThat(new ChatClient(port).get("/staff", Map.of("Cookie", SESSION + "=" + before)).statusCode())
                .as("the session of before").isEqualTo(303);
    }

    @Test
    void aRefusalOfARoleIsLoggedWithoutItsAddress() {
        staff.make("anna", StaffRole.AGENT);
        browser.signIn("anna", StaffForTests.PASSWORD);
        try (LogCapture log = new LogCapture()) {
            browser.get("/editor/hemligt-namn");
            assertThat(log.lines()).anyMatch(line -> line.contains("Refused at /editor: role-missing"))
                    .noneMatch(line -> line.contains("hemligt-namn") || line.contains("Test anna"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " ", "00000000-0000-0000-0000-000000000000", "[]", "%00", "ogiltig",
            "a.b.c", "' or 1=1 --"})
    void anythingElseThanASessionOfOursIsNobodys(String cookie) {
        for (String path : List.of("/staff", "/desk", "/editor", "/operations", "/records",
                "/records/audit")) {
            assertThat(new ChatClient(port).get(path, Map.of("Cookie", SESSION + "=" + cookie)).statusCode())
                    .as(path).isEqualTo(303);
            assertThat(
                    new ChatClient(port).get(path, Map.of("Authorization", "Bearer " + cookie)).statusCode())
                    .as(path).isEqualTo(303);
        }
        assertThat(new ChatClient(port).get("/api/desk/here", Map.of("Cookie", SESSION + "=" + cookie))
                .statusCode())
                .isEqualTo(401);
    }

    /** S18: a reset that takes "no token" for the token of whoever has none. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?token", "?token=", "?token=null", "?token=%20", "?token=%00", "?token[]=x",
            "?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?token=%5B%5D", "?token=a&token=b"})
    void aLinkWithoutATokenOfOursOpensNothing(String query) {
        staff.make("anna", StaffRole.SUPERVISOR);
        assertThat(browser.get("/staff/welcome" + query).statusCode()).isEqualTo(410);
        String token = query.contains("=") ? query.substring(query.indexOf('=') + 1) : "";
        HttpResponse<String> set = browser.submitFrom("/staff/sign-in", "/staff/welcome", "token", token,
                "password", "något helt annat än förut");
        assertThat(set.statusCode()).isEqualTo(410);
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void guessingIsStoppedAlsoForWhoeverThenKnowsThePassword() {
        staff.make("berit", StaffRole.AGENT);
        for (int i = 0; i < 10; i++) {
            assertThat(browser.signIn("berit", "gissning nummer " + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> stopped = browser.signIn("BERIT", StaffForTests.PASSWORD);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.body()).contains("för många försök");
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(15)));
        assertThat(browser.signIn("berit", StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void theOrganisationsSignInIsNotThereUnlessConfigured() {
        assertThat(browser.get("/staff/sign-in").body()).doesNotContain("oidc");
        assertThat(browser.get("/staff/oidc/organisation").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedInSwedish() {
        staff.make("anna", StaffRole.AGENT);
        browser.get("/staff/sign-in");
        HttpResponse<String> forged = browser.post("/staff/sign-in", "userName", "anna", "password",
                StaffForTests.PASSWORD);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("Formuläret är för gammalt");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        browser.signIn("anna", StaffForTests.PASSWORD);
        assertThat(browser.post("/staff/sign-out").statusCode()).isEqualTo(403);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverSignsOutIsOut() {
        staff.make("anna", StaffRole.AGENT);
        browser.signIn("anna", StaffForTests.PASSWORD);
        HttpResponse<String> out = browser.submitFrom("/staff", "/staff/sign-out");
        assertThat(out.headers().firstValue("Clear-Site-Data")).as("nothing stays in the tab")
                .contains("\"storage\"");
        assertThat(out.headers().firstValue("Location")).contains("/staff/sign-in?besked=utloggad");
        assertThat(browser.get("/staff/sign-in?besked=utloggad").body()).contains("Du är utloggad.");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        StaffAccount anna = staff.make("anna", StaffRole.AGENT);
        browser.signIn("anna", StaffForTests.PASSWORD);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        office.disable(boss(), anna.id());
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        office.enable(boss(), anna.id());
        assertThat(browser.get("/staff").statusCode()).as("the session has ended for good").isEqualTo(303);
    }

    @Test
    void aSessionThatIsNotUsedEnds() {
        staff.make("anna", StaffRole.AGENT);
        browser.signIn("anna", StaffForTests.PASSWORD);
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(29)));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        ((TownClock) clock).set(TownClock.OPEN.plus(Duration.ofMinutes(60)));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"AGENT,/desk/x,404", "AGENT,/desk/accounts,403", "AGENT,/editor,403",
            "AGENT,/operations/x,403",
            "SUPERVISOR,/desk/accounts,200", "SUPERVISOR,/desk/x,404", "SUPERVISOR,/editor/x,403",
            "EDITOR,/desk,403", "EDITOR,/editor/x,404", "EDITOR,/api/desk/x,403",
            "ADMIN,/desk/accounts,403",
            "ADMIN,/operations/x,404", "AGENT,/api/desk/x,404"})
    void eachRoleHasItsRooms(StaffRole role, String path, int status) {
        staff.make("anna", role);
        browser.signIn("anna", StaffForTests.PASSWORD);
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        if (status == 403 && path.startsWith("/api")) {
            assertThat(response.body()).contains("/problems/staff-role-missing", "Din roll räcker inte");
        } else if (status == 403) {
            assertThat(response.body()).contains("<h1>Du har inte behörighet</h1>", "lang=\"sv\"");
            assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/accounts", "/%64esk/accounts", "/editor/x", "/operations",
            "/staff",
            "/staff/password", "/desk/accounts/"})
    void nobodyIsSentToSignIn(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location").orElseThrow()).startsWith("/staff/sign-in");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aProgramIsToldToSignIn() {
        HttpResponse<String> response = browser.get("/api/desk/x");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"/desk/accounts,/desk/accounts", "https://evil.example/,/staff", "//evil.example,/staff",
            "/desk\\evil,/staff", "/deskevil,/staff", "/desk/{x},/staff", "'',/staff"})
    void afterSigningInOneIsWhereOneWantedToGo(String wanted, String path) {
        staff.make("anna", StaffRole.SUPERVISOR);
        HttpResponse<String> in = browser.submit("/staff/sign-in", "userName", "anna", "password",
                StaffForTests.PASSWORD, "till", wanted);
        assertThat(in.headers().firstValue("Location")).contains(path);
    }

    @Test
    void citizensGetNeitherACookieNorAToken() {
        ChatClient citizen = new ChatClient(port);
        for (String path : List.of("/", "/fraga", "/knowledge/forskola-avgift", "/lotsen.css",
                "/actuator/health", "/finns-inte")) {
            HttpResponse<String> page = citizen.get(path, Map.of("Accept", "text/html"));
            assertThat(page.headers().map()).as(path).doesNotContainKeys("set-cookie", "x-frame-options",
                    "strict-transport-security", "expires", "pragma", "x-xss-protection");
            assertThat(page.body()).doesNotContain("_csrf");
        }
        assertThat(citizen.ask(citizen.start(), "vad kostar förskolan")).isNotEmpty();
    }

    private String refused(String name, String password) {
        HttpResponse<String> response = new StaffBrowser(port).signIn(name, password);
        assertThat(response.statusCode()).isEqualTo(401);
        return response.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                .replace("value=\"" + name + "\"", "");
    }

    private static StaffMember boss() {
        return new StaffMember(new java.util.UUID(1, 2), "Chefen", java.util.Set.of(StaffRole.SUPERVISOR));
    }
}
