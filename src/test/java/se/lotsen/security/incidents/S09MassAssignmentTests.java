package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.SeededRandom;
import se.lotsen.testing.ServiceTest;
import se.lotsen.testing.StaffBrowser;
import tools.jackson.databind.json.JsonMapper;

/**
 * S9, Chatwoot CVE-2026-72719: an owner's id in a body moved things between owners. Two equal conversations, one written to with
 * fields that are nobody's to set, stay equal. {@code -Dlotsen.assignments=…} tries more sets of fields; the seed is printed.
 */
@ServiceTest
class S09MassAssignmentTests extends TownTests {
    private static final int SETS = Integer.getInteger("lotsen.assignments", 12);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NAMES = List.of("id", "conversationId", "conversation_id",
            "conversation", "token",
            "tokenHash", "token_hash", "owner", "ownerId", "account", "accountId", "account_id", "tenant",
            "state", "status",
            "agent", "assignee", "role", "roles", "isAdmin", "admin", "author", "name", "createdAt",
            "startedAt", "started_at",
            "at", "version", "number", "answer", "questions", "last_event", "retention", "legalHold",
            "secret", "reserved",
            "approved", "sources", "origin", "type", "event", "outcome", "kept_at", "receipt", "__proto__",
            "constructor",
            "class", "class.module.classLoader", "this$0", "_csrf", "key");

    /** What changing one's own password changes. */
    private static final String OWN = "(?i)(password_hash|session_mark|version)=[^,}]*";

    private record Write(String rest, Map<String, Object> body) {
    }

    private static final List<Write> WRITES = List.of(
            new Write("/questions", Map.of("question", "vad kostar förskolan")),
            new Write("/answers/1/feedback", Map.of("helpful", true)),
            new Write("/satisfaction", Map.of("after", "assistant", "score", 3)),
            new Write("/handover", Map.of()), new Write("/messages", Map.of("text", "Hej")));

    @Test
    void noFieldButThoseOfTheApiChangesAnything() {
        SeededRandom random = new SeededRandom();
        Talk victim = answered();
        String untouched = rows(victim).toString();
        int tried = 0;
        for (int i = 0; i < SETS; i++) {
            Talk plain = town.talk();
            Talk filled = town.talk();
            for (Write write : WRITES) {
                Map<String, Object> extra = new LinkedHashMap<>();
                for (int n = random.between(4, 16); n > 0; n--) {
                    extra.put(random.oneOf(NAMES), value(random, victim));
                    tried++;
                }
                extra.putAll(write.body());
                int usual = write(plain, plain.token(), write.rest(), JSON.writeValueAsString(write.body()))
                        .status();
                int sent = write(filled, filled.token(), write.rest(), JSON.writeValueAsString(extra))
                        .status();
                // Unknown fields are ignored, or the whole is refused; either way nothing else happens.
                assertThat(sent).as("%s %s %s", random, write.rest(), extra).isEqualTo(usual);
            }
            assertThat(same(rows(filled), filled)).as("%s", random).isEqualTo(same(rows(plain), plain));
        }
        assertThat(rows(victim).toString()).as("%s", random).isEqualTo(untouched);
        System.out.printf("| mass assignment (%s) | %d fields in %d bodies | 0 changed |%n", random, tried,
                SETS * WRITES.size());
    }

    @Test
    void nobodyGivesThemselvesARoleOrAQueueByAForm() {
        StaffBrowser anna = town.agent("anna", List.of("allmant"), StaffRole.AGENT);
        String before = account("anna").replaceAll(OWN, "");
        String[] fields = {"old", StaffForTests.PASSWORD, "password", "en ny lång mening som håller", "roles",
                "SUPERVISOR",
                "roles", "ADMIN", "queues", Town.SECRET, "id", UUID.randomUUID().toString(), "userName",
                "chefen", "identity",
                "x", "capacity", "20", "disabled_at", "", "version", "7"};
        anna.submitFrom("/staff/password", "/staff/password", fields);
        anna.submitFrom("/staff", "/desk/pause", fields);
        anna.submitFrom("/staff", "/staff", fields);
        assertThat(account("anna").replaceAll(OWN, "")).isEqualTo(before);
    }

    @Test
    void aSupervisorsFormChangesNothingThatItDoesNotShow() {
        StaffBrowser boss = town.agent("chefen", List.of(), StaffRole.SUPERVISOR);
        String id = town.account("bo", List.of("allmant"), StaffRole.AGENT).id().toString();
        String hidden = hidden("bo");
        boss.submitFrom("/desk/accounts/" + id, "/desk/accounts/" + id, "displayName", "Bo Ny", "roles",
                "AGENT", "queues",
                "allmant", "languages", "sv", "capacity", "3", "version", "0", "userName", "annat",
                "password", "hemligt",
                "passwordHash", "x", "password_hash", "x", "identity", "iss sub", "session_mark", "99",
                "created_at", "2000-01-01", "id",
                UUID.randomUUID().toString());
        assertThat(account("bo")).contains("Bo Ny");
        assertThat(hidden("bo")).isEqualTo(hidden);
    }

    private String hidden(String name) {
        return town.database.sql(
                "select id, user_name, password_hash, identity, created_at from staff_account where user_name = :name")
                .param("name", name).query().singleRow().toString();
    }

    private String account(String name) {
        return town.database.sql("select * from staff_account where user_name = :name").param("name", name)
                .query().singleRow().toString();
    }

    private static Object value(SeededRandom random, Talk victim) {
        return switch (random.below(8)) {
            case 0 -> victim.token();
            case 1 -> random.below(1000);
            case 2 -> List.of(victim.id(), "ADMIN");
            case 3 -> Map.of("id", victim.id());
            case 4 -> true;
            case 5 -> "2000-01-01T00:00:00Z";
            case 6 -> "AGENT";
            default -> victim.id();
        };
    }

    private List<String> rows(Talk talk) {
        return town.everything().entrySet().stream()
                .filter(table -> !table.getKey().equals("CONVERSATION_START"))
                .flatMap(table -> table.getValue().stream()).filter(row -> row.contains(talk.id())).toList();
    }

    /** Without what is random or counted across conversations. */
    private static List<String> same(List<String> rows, Talk talk) {
        return rows.stream().map(row -> row.replace(talk.id(), "ID")
                .replaceAll("X'[0-9a-f]+'", "HASH").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID")
                .replaceAll("LS(-[0-9A-Z]{4})+", "RECEIPT").replaceAll("[0-9a-f]{64}", "HASH")
                .replaceAll("\\((\\d+), ", "(N, ").replaceAll("\"took[^,}]*", "TOOK")
                .replaceAll("\\b\\d{1,6}(\\.\\d+)?(e-?\\d+)? ?ms\\b", "MS")).sorted().toList();
    }
}
