package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Citizens who wait and agents who are signed in, in a running service; it leaves the service as it found it. */
final class DeskForTests {
    /** That of every account of {@link StaffForTests}. */
    static final String QUEUE = "allmant";
    private static final Pattern KEY = Pattern.compile("name=\"nyckel\" value=\"([^\"]+)\"");
    private final int port;
    private final HandoverStore cases;
    private final Attendance attendance;
    private final StaffForTests staff;
    private final List<ConversationId> made = new ArrayList<>();
    private final List<StaffAccount> accounts = new ArrayList<>();
    final ChatClient citizen;

    DeskForTests(int port, JdbcClient database, HandoverStore cases, Attendance attendance) {
        this.port = port;
        this.cases = cases;
        this.attendance = attendance;
        this.staff = new StaffForTests(database);
        this.citizen = new ChatClient(port);
        staff.clear();
    }

    StaffAccount account(String name, StaffRole... roles) {
        return account(name, List.of(QUEUE), roles);
    }

    StaffAccount account(String name, List<String> queues, StaffRole... roles) {
        StaffAccount account = staff.make(name, queues, roles);
        accounts.add(account);
        return account;
    }

    StaffAccount account(String name, List<String> queues, int capacity, StaffRole... roles) {
        StaffAccount account = staff.make(name, queues, capacity, roles);
        accounts.add(account);
        return account;
    }

    StaffBrowser signedIn(String name) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(name, StaffForTests.PASSWORD).statusCode()).isEqualTo(303);
        return browser;
    }

    StaffBrowser agent(String name) {
        account(name, StaffRole.AGENT);
        return signedIn(name);
    }

    /** A citizen who waits in the agents' queue. */
    Talk waiting(String packet) {
        return waiting(QUEUE, packet);
    }

    /** A citizen who is with the assistant. */
    Talk visitor() {
        Talk talk = citizen.start();
        made.add(id(talk));
        return talk;
    }

    Talk waiting(String queue, String packet) {
        Talk talk = citizen.start();
        handOver(talk, queue, packet);
        return talk;
    }

    /** Puts a citizen who has talked to the assistant into the agents' queue. */
    void adopt(Talk talk, String packet) {
        handOver(talk, QUEUE, packet);
    }

    private void handOver(Talk talk, String queue, String packet) {
        made.add(id(talk));
        cases.request(id(talk), new IdempotencyKey(UUID.randomUUID()), queue, packet, null);
    }

    /** It is put out of the queue when the test ends. */
    void made(Talk talk) {
        made.add(id(talk));
    }

    static ConversationId id(Talk talk) {
        return new ConversationId(UUID.fromString(talk.id()));
    }

    static String page(Talk talk) {
        return "/desk/cases/" + talk.id();
    }

    HttpResponse<String> claim(StaffBrowser agent, Talk talk) {
        return agent.submitFrom(page(talk), page(talk) + "/claim", "version",
                Long.toString(cases.standing(id(talk)).version()));
    }

    /** Sends a form of the case's page, with the form's own key. */
    HttpResponse<String> act(StaffBrowser agent, Talk talk, String action, String... fields) {
        return actWith(key(agent, talk), agent, talk, action, fields);
    }

    HttpResponse<String> actWith(String key, StaffBrowser agent, Talk talk, String action,
            String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = DeskForm.KEY;
        all[1] = key;
        return agent.submitFrom("/staff", page(talk) + "/" + action, all);
    }

    String key(StaffBrowser agent, Talk talk) {
        Matcher key = KEY.matcher(agent.get(page(talk)).body());
        return key.find() ? key.group(1) : UUID.randomUUID().toString();
    }

    /** What the citizen's transcript holds, as bytes on the wire. */
    String transcript(Talk talk) {
        return citizen.transcript(talk).toString();
    }

    void leave() {
        accounts.forEach(account -> attendance.leave(account.id()));
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
