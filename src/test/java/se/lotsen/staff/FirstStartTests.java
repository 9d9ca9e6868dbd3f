package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.testing.LogCapture;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** The first person at a new service. */
@ServiceTest
class FirstStartTests {
    private static final String PASSWORD = "en mening som bara jag vet";
    private static final Pattern LINK = Pattern
            .compile("http://localhost:(\\d+)(/staff/welcome\\?token=([\\w-]{43}))");
    @LocalServerPort
    private int port;
    @Autowired
    private FirstStart start;
    @Autowired
    private JdbcClient database;
    private StaffBrowser browser;

    @BeforeEach
    @AfterEach
    void clear() {
        new StaffForTests(database).clear();
        browser = new StaffBrowser(port);
    }

    @Test
    void theLinkInTheLogMakesTheFirstAccountOnceAndIsLoggedOnce() {
        try (LogCapture log = new LogCapture()) {
            start.announce();
            Matcher link = link(log.lines());
            assertThat(link.group(1)).isEqualTo(Integer.toString(port));
            HttpResponse<String> page = browser.get(link.group(2));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<h1>Välkommen</h1>", "Du gör det första kontot");
            assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-store");

            HttpResponse<String> set = welcome(link.group(2), link.group(3), PASSWORD);
            assertThat(set.statusCode()).isEqualTo(303);
            assertThat(browser.get("/staff").body()).contains("Du är inloggad som Åsa Ek", "Arbetsledare",
                    "Chefredaktör", "Skribent", "Granskare", "Granskare av loggar", "Handläggare",
                    "Driftansvarig",
                    "href=\"/desk/accounts\"");

            StaffBrowser another = new StaffBrowser(port);
            assertThat(another.get(link.group(2)).statusCode()).isEqualTo(410);
            assertThat(another.get(link.group(2)).body()).contains("Länken gäller inte längre");
            assertThat(another.submitFrom("/staff/sign-in", "/staff/welcome", "token", link.group(3),
                    "userName", "bo", "displayName", "Bo", "password", PASSWORD).statusCode()).isEqualTo(410);
            assertThat(log.lines().stream().filter(line -> line.contains(link.group(3)))).hasSize(1);
            assertThat(log.lines()).noneMatch(line -> line.contains(PASSWORD));
        }
    }

    @Test
    void thereIsNoOtherWayIn() {
        assertThat(database.sql("select count(*) from staff_account").query(Long.class).single()).isZero();
        for (String name : List.of("admin", "user", "lotsen")) {
            for (String password : List.of("", "admin", "password", "lotsen")) {
                assertThat(new StaffBrowser(port).signIn(name, password).statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void eachStartHasALinkOfItsOwnUntilOneWasUsed() {
        try (LogCapture log = new LogCapture()) {
            start.announce();
            String first = link(log.lines()).group(2);
            start.announce();
            String second = link(log.lines().subList(1, log.lines().size())).group(2);
            assertThat(browser.get(first).statusCode()).isEqualTo(410);
            assertThat(browser.get(second).statusCode()).isEqualTo(200);
            new StaffForTests(database).make("eva", StaffRole.SUPERVISOR);
            start.announce();
            assertThat(log.lines().stream().filter(line -> line.contains("/staff/welcome"))).hasSize(2);
            assertThat(browser.get(second).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void whatIsWrongIsSaidAboveAndBesideTheFieldsAndTheLinkGoesOnWorking() {
        try (LogCapture log = new LogCapture()) {
            start.announce();
            Matcher link = link(log.lines());
            HttpResponse<String> refused = browser.submitFrom(link.group(2), "/staff/welcome", "token",
                    link.group(3), "userName", "åsa ek", "displayName", "<b>", "password", "för kort");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("<title>Fel: ", "class=\"error-summary\" role=\"alert\"",
                    "autofocus", "href=\"#userName\"", "href=\"#password\"", "id=\"password-fel\"",
                    "aria-describedby=\"password-hint password-fel\"", "aria-invalid=\"true\"",
                    "Lösenordet är för kort", "value=\"åsa ek\"", "value=\"&lt;b&gt;\"")
                    .doesNotContain("för kort\"");
            assertThat(welcome(link.group(2), link.group(3), PASSWORD).statusCode()).isEqualTo(303);
        }
    }

    private HttpResponse<String> welcome(String page, String token, String password) {
        return browser.submitFrom(page, "/staff/welcome", "token", token, "userName", "åsa", "displayName",
                "Åsa Ek", "password", password);
    }

    private static Matcher link(List<String> lines) {
        Matcher link = LINK.matcher(String.join("\n", lines));
        assertThat(link.find()).isTrue();
        return link;
    }
}
