package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

/** A supervisor's pages, and one's own password. */
@ServiceTest
class AccountPagesTests {
    private static final String NEW_PASSWORD = "något helt annat än förut";
    private static final Pattern LINK = Pattern
            .compile("value=\"http://localhost:\\d+(/staff/welcome\\?token=([\\w-]{43}))\"");
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private StaffAccounts accounts;
    private StaffForTests staff;
    private StaffBrowser boss;
    private StaffAccount bossAccount;

    @BeforeEach
    void signIn() {
        staff = new StaffForTests(database);
        staff.clear();
        bossAccount = staff.make("chefen", StaffRole.SUPERVISOR);
        boss = new StaffBrowser(port);
        assertThat(boss.signIn("chefen", StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
    }

    @AfterEach
    void leave() {
        staff.clear();
    }

    @Test
    void aNewColleagueComesInByALinkThatIsShownOnce() {
        try (LogCapture log = new LogCapture()) {
            HttpResponse<String> made = make("eva", "AGENT");
            assertThat(made.statusCode()).isEqualTo(200);
            assertThat(made.headers().allValues("Cache-Control")).containsExactly("no-store");
            Matcher link = link(made);
            StaffBrowser eva = new StaffBrowser(port);
            assertThat(eva.get(link.group(1)).body()).contains("Hej Eva Öberg!", "Ditt användarnamn är eva");
            HttpResponse<String> in = eva.submitFrom(link.group(1), "/staff/welcome", "token", link.group(2),
                    "password", NEW_PASSWORD);
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(eva.get("/staff").body()).contains("Du är inloggad som Eva Öberg");
            assertThat(eva.get(link.group(1)).statusCode()).isEqualTo(410);
            assertThat(new StaffBrowser(port).signIn("Eva", NEW_PASSWORD).statusCode()).isEqualTo(303);
            assertThat(log.lines()).noneMatch(line -> line.contains(link.group(2))
                    || line.contains(NEW_PASSWORD));
        }
        assertThat(boss.get("/desk/accounts").body()).contains("Eva Öberg").doesNotContain("token=");
        assertThat(accounts.activeAgents()).singleElement().matches(agent -> agent.capacity() == 5
                && agent.queues().equals(java.util.List.of("bygg", "skola")));
    }

    @Test
    void aUserNameThatIsTakenIsSaidBesideTheField() {
        assertThat(make("eva", "AGENT").statusCode()).isEqualTo(200);
        HttpResponse<String> again = make("EVA", "EDITOR");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("Användarnamnet är upptaget", "value=\"EVA\"",
                "id=\"userName-fel\"",
                "value=\"EDITOR\" checked", "bygg, skola");
    }

    @Test
    void whatIsMissingIsListed() {
        HttpResponse<String> empty = boss.submit("/desk/accounts", "capacity", "många", "queues", "a/b",
                "languages", "svenska");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("href=\"#userName\"", "href=\"#displayName\"", "href=\"#roles\"",
                "href=\"#queues\"", "href=\"#languages\"", "href=\"#capacity\"");
    }

    @Test
    void aChangeIsKeptAndAnOldPageIsRefused() {
        StaffAccount eva = staff.make("eva", StaffRole.AGENT);
        String page = "/desk/accounts/" + eva.id();
        assertThat(boss.get(page).body()).contains("<h1>Test eva</h1>", "name=\"version\" value=\"0\"");
        assertThat(change(page, "0").statusCode()).isEqualTo(303);
        assertThat(accounts.find(eva.id()).orElseThrow().roles()).containsExactly(StaffRole.EDITOR);
        HttpResponse<String> old = change(page, "0");
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body()).contains("Någon annan har ändrat det");
    }

    @Test
    void aNewRoleCountsInTheSessionThatIsThere() {
        StaffAccount eva = staff.make("eva", StaffRole.AGENT);
        StaffBrowser browser = new StaffBrowser(port);
        browser.signIn("eva", StaffForTests.PASSWORD);
        assertThat(browser.get("/editor/x").statusCode()).isEqualTo(403);
        change("/desk/accounts/" + eva.id(), "0");
        assertThat(browser.get("/editor/x").statusCode()).isEqualTo(404);
    }

    @Test
    void disablingAndResettingPutSomebodyOutAtOnce() {
        StaffAccount eva = staff.make("eva", StaffRole.AGENT);
        String page = "/desk/accounts/" + eva.id();
        StaffBrowser browser = new StaffBrowser(port);
        browser.signIn("eva", StaffForTests.PASSWORD);
        Matcher link = link(boss.submitFrom(page, page + "/reset"));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        assertThat(browser.signIn("eva", StaffForTests.PASSWORD).statusCode()).isEqualTo(401);
        browser.submitFrom(link.group(1), "/staff/welcome", "token", link.group(2), "password", NEW_PASSWORD);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(boss.submitFrom(page, page + "/disable").statusCode()).isEqualTo(303);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        assertThat(boss.get("/desk/accounts").body()).contains("Spärrat");
        assertThat(boss.submitFrom(page, page + "/enable").statusCode()).isEqualTo(303);
        assertThat(browser.signIn("eva", NEW_PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aPasswordThatIsGuessedFirstIsRefused() {
        HttpResponse<String> refused = boss.submit("/staff/password", "old", StaffForTests.PASSWORD,
                "password",
                "Lösenord2026!");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("id=\"password-fel\"", "Lösenordet är lätt att gissa");
        assertThat(new StaffBrowser(port).signIn("chefen", StaffForTests.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aPasswordIsMaskedAndMayBePasted() {
        assertThat(boss.get("/staff/password").body())
                .containsPattern("<input[^>]*name=\"password\"[^>]*type=\"password\""
                        + "|<input[^>]*type=\"password\"[^>]*name=\"password\"")
                .contains("autocomplete=\"new-password\"", "autocomplete=\"current-password\"")
                .doesNotContain("onpaste", "maxlength=");
    }

    @Test
    void nobodyDisablesThemselves() {
        String page = "/desk/accounts/" + bossAccount.id();
        assertThat(boss.get(page).body()).doesNotContain("/disable");
        assertThat(boss.submitFrom(page, page + "/disable").statusCode()).isEqualTo(400);
        assertThat(boss.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void onesOwnPasswordIsChangedWithTheOldOneAndEndsOtherSessions() {
        StaffBrowser elsewhere = new StaffBrowser(port);
        elsewhere.signIn("chefen", StaffForTests.PASSWORD);
        HttpResponse<String> wrong = boss.submit("/staff/password", "old", "fel lösenord", "password",
                NEW_PASSWORD);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("id=\"old-fel\"");
        HttpResponse<String> done = boss.submit("/staff/password", "old", StaffForTests.PASSWORD, "password",
                NEW_PASSWORD);
        assertThat(done.body()).contains("Lösenordet är bytt");
        assertThat(boss.get("/staff").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/staff").statusCode()).isEqualTo(303);
        assertThat(elsewhere.signIn("chefen", NEW_PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsNotThereIsAnErrorPage() {
        assertThat(boss.get("/desk/accounts/" + new java.util.UUID(1, 2)).statusCode()).isEqualTo(404);
        assertThat(boss.get("/desk/accounts/x").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> make(String name, String role) {
        return boss.submit("/desk/accounts", "userName", name, "displayName", "Eva Öberg", "roles", role,
                "queues", "bygg, skola", "languages", "sv", "capacity", "5");
    }

    private HttpResponse<String> change(String page, String version) {
        return boss.submit(page, "version", version, "displayName", "Eva", "roles", "EDITOR", "queues", "",
                "languages", "sv fi", "capacity", "0");
    }

    private static Matcher link(HttpResponse<String> page) {
        Matcher link = LINK.matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link;
    }
}
