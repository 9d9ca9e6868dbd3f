package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.ConversationState;
import se.lotsen.conversation.HandoverStore;
import se.lotsen.conversation.IdempotencyKey;
import se.lotsen.staff.StaffAccount;
import se.lotsen.staff.StaffForTests;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.StaffBrowser;

/**
 * A running service with people in it: citizens, staff of every role, and a case of a secret queue that is nobody's but
 * Sara's. It leaves the service as it found it.
 */
final class Town implements AutoCloseable {
    /** A queue that only those see who list it. */
    static final String SECRET = "socialtjanst";
    /** What stands in the secret case: citizen, agent, note. None of it may be seen anywhere else. */
    static final List<String> SECRETS = List.of("kvistsalamander", "mossgrodan", "alkbocken");
    private static final String SARA = "Test saraflodhumla";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    /** What is written because somebody calls at all (sign-ins and their sessions), and what the service's own clock writes meanwhile. */
    private static final Set<String> NO_STATE = Set.of("STAFF_SESSION", "STAFF_ATTEMPT",
            "STAFF_OIDC_REQUEST", "REPLICA", "DESK_PRESENCE", "RADAR_FAULT", "RADAR_LINK", "RADAR_MAIL",
            "INSIGHT_DAY", "INSIGHT_TOTAL");
    final ChatClient citizen;
    final Caller caller;
    final JdbcClient database;
    final HandoverStore cases;
    private final int port;
    private final StaffForTests staff;
    private final List<ConversationId> made = new ArrayList<>();
    private final List<StaffBrowser> inside = new ArrayList<>();

    Town(ListableBeanFactory service, int port) {
        this.port = port;
        citizen = new ChatClient(port);
        caller = new Caller(port);
        database = service.getBean(JdbcClient.class);
        cases = service.getBean(HandoverStore.class);
        staff = new StaffForTests(database);
        staff.clear();
    }

    StaffBrowser agent(String name, List<String> queues, StaffRole... roles) {
        staff.make(name, queues, 9, roles);
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        inside.add(browser);
        return browser;
    }

    StaffBrowser browser() {
        return new StaffBrowser(port);
    }

    StaffAccount account(String name, List<String> queues, StaffRole... roles) {
        return staff.make(name, queues, 9, roles);
    }

    /** Somebody who is signed in, with these queues. */
    Principal member(String name, List<String> queues, StaffRole... roles) {
        return principal(name, agent(name, queues, roles), roles);
    }

    static Principal principal(String name, StaffBrowser browser, StaffRole... roles) {
        Matcher token = TOKEN.matcher(browser.get("/staff").body());
        assertThat(token.find()).as("a form on /staff").isTrue();
        return new Principal(name, Arrays.stream(roles).map(Enum::name).collect(Collectors.toSet()),
                Map.of("Cookie", cookies(browser)), token.group(1));
    }

    static String cookies(StaffBrowser browser) {
        return browser.cookies().entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
    }

    static Principal nobody() {
        return new Principal("nobody", Set.of(), Map.of(), "");
    }

    /** Whoever makes up a token for everything that takes one. */
    static Principal guesser(String id, String token) {
        return new Principal("wrong token", Set.of(), Map.of(ChatClient.TOKEN, token, "Authorization",
                "Bearer " + token, "Cookie",
                "lotsen-samtal=" + id + "." + token + "; lotsen-personal=" + UUID.randomUUID()
                        + "; lotsen-formular=" + token),
                token);
    }

    /** A citizen with a conversation of their own. */
    Principal citizen(String name, Talk own) {
        return new Principal(name, Set.of(), holding(own), "");
    }

    static Map<String, String> holding(Talk own) {
        return Map.of(ChatClient.TOKEN, own.token(), "Cookie",
                "lotsen-samtal=" + own.id() + "." + own.token());
    }

    Talk talk() {
        Talk talk = citizen.start();
        made.add(id(talk));
        return talk;
    }

    Talk waiting(String queue) {
        Talk talk = talk();
        handOver(talk, queue);
        return talk;
    }

    void handOver(Talk talk, String queue) {
        cases.request(id(talk), new IdempotencyKey(UUID.randomUUID()), queue, "{}", null);
    }

    static ConversationId id(Talk talk) {
        return new ConversationId(UUID.fromString(talk.id()));
    }

    static String page(Talk talk) {
        return "/desk/cases/" + talk.id();
    }

    /** A case of the secret queue that Sara has, with a question, a reply and a note. */
    Talk secretCase() {
        StaffBrowser sara = agent(SARA.substring(5), List.of(SECRET), StaffRole.AGENT);
        Talk talk = talk();
        citizen.ask(talk, "Min granne odlar " + SECRETS.getFirst() + " hemma");
        handOver(talk, SECRET);
        act(sara, talk, "claim", "version", Long.toString(cases.standing(id(talk)).version()));
        act(sara, talk, "reply", "svar", "Hej, det stannar mellan oss: " + SECRETS.get(1));
        act(sara, talk, "note", "anteckning", "Orosanmälan " + SECRETS.get(2));
        assertThat(sara.get(page(talk)).body()).contains(SECRETS);
        return talk;
    }

    /** The first account's id with this name. */
    String accountOf(String name) {
        return database.sql("select id from staff_account where user_name = :name").param("name", name)
                .query(UUID.class).single().toString();
    }

    String sara() {
        return accountOf(SARA.substring(5));
    }

    /** What must not be seen of the secret case by anybody else. */
    Set<String> hidden(Talk secret) {
        Set<String> hidden = new TreeSet<>(SECRETS);
        hidden.add(secret.id());
        hidden.add(secret.token());
        return hidden;
    }

    int act(StaffBrowser browser, Talk talk, String action, String... fields) {
        Matcher key = Pattern.compile("name=\"nyckel\" value=\"([^\"]+)\"")
                .matcher(browser.get(page(talk)).body());
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "nyckel";
        all[fields.length + 1] = key.find() ? key.group(1) : UUID.randomUUID().toString();
        return browser.submitFrom("/staff", page(talk) + "/" + action, all).statusCode();
    }

    /** Every row of every table, as it is stored, by table. */
    Map<String, List<String>> everything() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        String table = "";
        for (String line : database.sql("script simple nopasswords nosettings").query(String.class).list()) {
            if (line.startsWith("INSERT INTO \"PUBLIC\".\"")
                    || line.startsWith("INSERT INTO \"public\".\"")) {
                table = line.substring(22, line.indexOf('"', 22)).toUpperCase(java.util.Locale.ROOT);
                tables.computeIfAbsent(table, name -> new ArrayList<>()).add(line);
            }
        }
        return tables;
    }

    /** Where any of these texts is kept, cut short; texts of ASCII alone. */
    List<String> rowsWith(String... texts) {
        return everything().entrySet().stream().flatMap(table -> table.getValue().stream()
                .filter(row -> Arrays.stream(texts).anyMatch(row::contains))
                .map(row -> table.getKey() + ": " + row.substring(0, Math.min(300, row.length())))).toList();
    }

    /** Grows and changes with all that is kept, but for sessions. */
    Map<String, Integer> digest() {
        Map<String, Integer> digest = new LinkedHashMap<>();
        everything().forEach((table, rows) -> {
            if (!NO_STATE.contains(table)) {
                digest.put(table, rows.hashCode());
            }
        });
        return digest;
    }

    /** The tables in which something is not as it was. */
    static Set<String> changed(Map<String, Integer> before, Map<String, Integer> after) {
        Set<String> tables = new TreeSet<>(before.keySet());
        tables.addAll(after.keySet());
        tables.removeIf(table -> before.getOrDefault(table, 0).equals(after.getOrDefault(table, 0)));
        return tables;
    }

    @Override
    public void close() {
        inside.forEach(browser -> browser.submitFrom("/staff", "/staff/sign-out"));
        for (ConversationId one : made) {
            if (cases.standing(one).state() == ConversationState.WITH_AGENT) {
                cases.vanish(cases.standing(one).agent().account(), gone -> null);
            }
            if (cases.standing(one).state() == ConversationState.WAITING) {
                cases.leaveQueue(one, new IdempotencyKey(UUID.randomUUID()), null);
            }
        }
        staff.clear();
    }
}
