package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.RandomText;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;

/**
 * S8, Chatwoot CVE-2025-21628 and CVE-2026-44706: SQL through filters. {@code -Dlotsen.filters=10000} tries so many; the seed is
 * printed.
 */
@ServiceTest
class S08FilterInjectionTests extends TownTests {
    /** Who has looked is logged, and gaps are counted by a clock of their own. */
    private static final Set<String> KEPT_BY_LOOKING = Set.of("AUDIT_ENTRY", "AUDIT_HEAD", "GAP",
            "GAP_QUESTION");
    private static final int FILTERS = Integer.getInteger("lotsen.filters", 300);
    private static final List<String> NAMES = List.of("ord", "ko", "amne", "fran", "till", "handlaggare",
            "lage", "sida",
            "fil", "typ", "revision", "fraga", "fran-version", "till-version", "dagar", "manad", "period",
            "from", "to",
            "sort", "order", "filter", "limit", "offset", "status", "id", "case", "lang", "sprak", "besked",
            "klart", "page",
            "kind", "q", "action", "actor", "by", "subject", "kod", "mal", "text", "visa", "rad", "kolumn",
            "klass");
    private static final List<String> ATTACKS = List.of("' or '1'='1", "\" or \"\"=\"",
            "1; drop table conversation --",
            "') union select id, token_hash from conversation --", "%", "_", "%%", "\\", "'", "''", "\"", "`",
            "1/0",
            "1 or sleep(5)", "'; select pg_sleep(5) --", "' || (select user_name from staff_account) || '",
            "/**/", "--", "#",
            "0x27", "%27", "{\"$ne\":null}", "[]", "{}", "-1", "99999999999999999999", "NaN", "1e308",
            "2026-02-30", "\u0000",
            "\ud800", "created_at desc, (select 1)", "id) from staff_account --", "ASC; SHUTDOWN",
            "lines terminated by",
            "' and extractvalue(1,concat(0x7e,(select 1))) --", "runscript from 'http://127.0.0.1:9/'",
            "a".repeat(700),
            "‘ or 1=1", "ʼ or 1=1", "＇ or 1=1", "*:*", "a AND b OR (", "[* TO *]", "field:\"x",
            "../../etc/passwd", "${7*7}");

    @Test
    void noFilterIsEverSql() {
        SeededRandom random = new SeededRandom();
        RandomText texts = new RandomText(random);
        Talk secret = town.secretCase();
        Principal all = town.member("alla", List.of("allmant"), StaffRole.values());
        List<Route> routes = Route.listed().stream().filter(route -> route.reads() && route.isCallable()
                && !route.path().endsWith("/events") && !route.path().contains("metrics")).toList();
        Map<String, Integer> before = town.digest();
        Map<Integer, Integer> statuses = new LinkedHashMap<>();
        for (int i = 0; i < FILTERS; i++) {
            Route route = routes.get(i % routes.size());
            StringBuilder address = new StringBuilder(route.at(UUID.randomUUID().toString())).append('?');
            for (int n = random.between(1, 4); n > 0; n--) {
                String value = random.below(5) == 0 ? texts.anything(60) : random.oneOf(ATTACKS);
                address.append(random.oneOf(NAMES)).append(random.below(12) == 0 ? "[]=" : "=")
                        .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&');
            }
            Reply reply = town.caller.get(address.toString(), all);
            statuses.merge(reply.status(), 1, Integer::sum);
            assertThat(reply.status()).as("%s %s", random, address).isLessThan(500);
            assertThat(reply.everything()).as("%s %s", random, address).doesNotContain("JdbcSQL",
                    "PSQLException",
                    "SQLException", "Syntax error", "$argon2", "{bcrypt}", secret.token(),
                    Town.SECRETS.get(1));
        }
        System.out.printf("| filters (%s) | %d requests on %d routes | statuses %s |%n", random, FILTERS,
                routes.size(), statuses);
        assertThat(Town.changed(before, town.digest())).isSubsetOf(KEPT_BY_LOOKING);
    }

    @Test
    void aConditionThatIsAlwaysTrueFindsNothing() {
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        town.waiting("allmant");
        for (String attack : List.of("' or '1'='1", "%%", "__", "') or 1=1 --", "x' or name like '%")) {
            String page = anna
                    .get("/desk/sok?ord=" + java.net.URLEncoder.encode(attack, StandardCharsets.UTF_8))
                    .body();
            assertThat(page).as(attack).contains("Inget ärende passar");
        }
    }

    /** What is sent to the database is written in the sources: nothing but constants is ever added to it. */
    @Test
    void noSqlIsMadeOfWhatSomebodySends() {
        Pattern joined = Pattern.compile("\\.sql\\([^;]*?\"\\s*\\+\\s*([a-z]\\w*)");
        List<String> found = new ArrayList<>();
        Sources.of("src/main/java", ".java").forEach((file, text) -> {
            Matcher matcher = joined.matcher(
                    text.replaceAll("\\)\\s*\\.(param|query|update|list|optional|single)[^;]*;", ");"));
            while (matcher.find()) {
                found.add(file.getFileName() + ": " + matcher.group(1));
            }
        });
        assertThat(found).as("these join constants of their own, or names that the database itself has told")
                .isSubsetOf("PromiseTable.java: some", "AuditTable.java: lock", "PersonRows.java: table");
        assertThat(joined.matcher("db.sql(\"select \" + column + \" from x\");").find()).as("the rule bites")
                .isTrue();
    }
}
