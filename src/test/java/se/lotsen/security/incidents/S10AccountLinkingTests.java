package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/** S10, Chatwoot CVE-2026-44707: an account that somebody had registered in advance kept its password after the owner came by OAuth. */
@ServiceTest
class S10AccountLinkingTests extends TownTests {
    private static final Pattern LINK = Pattern.compile("(/staff/welcome\\?token=([\\w-]+))");
    private static final String NEW = "en helt ny lång mening här";

    @Test
    void aNewWayInEndsEverySessionPasswordAndLinkOfBefore() {
        StaffBrowser boss = town.agent("chefen", List.of(), StaffRole.SUPERVISOR);
        StaffBrowser squatter = town.agent("eva", List.of("allmant"), StaffRole.AGENT);
        String page = "/desk/accounts/" + town.accountOf("eva");
        Matcher first = link(boss, page);
        Matcher second = link(boss, page);
        assertThat(squatter.get("/staff").statusCode()).as("the session of before").isEqualTo(303);
        assertThat(town.browser().signIn("eva", StaffForTests.PASSWORD).statusCode())
                .as("the password of before").isEqualTo(401);
        assertThat(town.browser().get(first.group(1)).statusCode()).as("the link of before").isEqualTo(410);
        StaffBrowser eva = town.browser();
        eva.submitFrom(second.group(1), "/staff/welcome", "token", second.group(2), "password", NEW);
        assertThat(eva.get("/staff").statusCode()).isEqualTo(200);
        assertThat(town.browser().get(second.group(1)).statusCode()).as("a used link").isEqualTo(410);
        assertThat(town.browser().signIn("eva", StaffForTests.PASSWORD).statusCode()).isEqualTo(401);
    }

    /** Accounts of the organisation's sign-in are known by issuer and subject alone; {@code OidcSignInTests} goes the whole way. */
    @Test
    void nothingEverTiesAnIdentityToAnAccountThatIsThere() {
        Map<Path, String> sources = Sources.of("src/main/java/se/lotsen/staff", ".java");
        assertThat(Sources.containing(sources, "(?s)update staff_account\\s+set[^;\"]*\\bidentity\\s*="))
                .isEmpty();
        assertThat(Sources.containing(sources, "insert into staff_account"))
                .containsExactly("AccountTable.java");
    }

    private static Matcher link(StaffBrowser boss, String page) {
        Matcher link = LINK.matcher(boss.submitFrom(page, page + "/reset").body());
        assertThat(link.find()).isTrue();
        return link;
    }
}
