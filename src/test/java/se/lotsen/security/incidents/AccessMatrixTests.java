package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import se.lotsen.security.incidents.Caller.Reply;
import se.lotsen.staff.StaffRole;
import se.lotsen.testing.ChatClient.Talk;
import se.lotsen.testing.ServiceTest;

/**
 * Every route of {@code routes.tsv} × every principal × ids that are not theirs: nobody gets in whom the file does not name,
 * nothing of somebody else's is shown, nothing in the database changes, and nothing fails. With {@code -Dlotsen.matrix=all}
 * whoever may not come tries four ids, else one.
 */
@ServiceTest
class AccessMatrixTests {
    /** So many routes are called between two looks at the whole database. */
    private static final int BATCH = 20;
    private static final boolean ALL = "all".equals(System.getProperty("lotsen.matrix"));
    @Autowired
    private ApplicationContext service;
    @LocalServerPort
    private int port;
    private Town town;
    private Talk secret;
    private Set<String> hidden;
    /** Whoever may read these is written down with it. */
    private static final Set<String> LOGGED = Set.of("/records/audit/log.jsonl");
    private final List<Principal> principals = new ArrayList<>();
    private int calls;

    @BeforeEach
    void enter() {
        town = new Town(service, port);
        secret = town.secretCase();
        hidden = town.hidden(secret);
        principals.add(Town.nobody());
        principals.add(Town.guesser(secret.id(), "x".repeat(43)));
        principals.add(town.citizen("foreign citizen", town.talk()));
        for (StaffRole role : StaffRole.values()) {
            principals.add(town.member("m-" + role.name().toLowerCase(java.util.Locale.ROOT),
                    List.of("allmant", "socialjour"), role));
        }
        principals.add(town.member("m-all", List.of(), StaffRole.values()));
    }

    @AfterEach
    void leave() {
        town.close();
    }

    @Test
    void nobodyReachesWhatIsNotTheirsAndNothingChanges() {
        List<String> faults = new ArrayList<>();
        List<Route> routes = Route.listed().stream().filter(Route::isCallable).toList();
        for (int from = 0; from < routes.size(); from += BATCH) {
            faults.addAll(faults(routes.subList(from, Math.min(from + BATCH, routes.size())), principals));
        }
        System.out.printf(
                "| route x principal x foreign id | %d calls, %d routes, %d principals | %d faults |%n",
                calls, Route.listed().size(), principals.size(), faults.size());
        assertThat(faults).isEmpty();
    }

    /** A matrix that takes a wide open door for closed would be worth nothing. */
    @Test
    void theMatrixBites() {
        Route lied = new Route("GET", "/desk/accounts", Set.of("ADMIN"));
        assertThat(faults(List.of(lied), principals)).anyMatch(fault -> fault.contains("m-supervisor: 200"))
                .anyMatch(fault -> fault.contains("m-admin is refused"));
        Principal owner = new Principal("owner", Set.of(), Town.holding(secret), "");
        assertThat(faults(List.of(new Route("GET", "/api/conversations/{id}", Set.of(Route.CONVERSATION))),
                List.of(owner)))
                .anyMatch(fault -> fault.contains("shows " + Town.SECRETS.get(1)))
                .anyMatch(fault -> fault.contains("200"));
        assertThat(faults(
                List.of(new Route("POST", "/api/conversations/{id}/messages", Set.of(Route.CONVERSATION))),
                List.of(owner))).anyMatch(fault -> fault.contains("changes ["));
    }

    /** Where something has changed the routes are tried again one by one, to say which it was. */
    private List<String> faults(List<Route> routes, List<Principal> all) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> before = town.digest();
        routes.forEach(route -> callAs(route, all, faults));
        Set<String> changed = Town.changed(before, town.digest());
        if (!changed.isEmpty() && routes.size() == 1) {
            faults.add(routes.getFirst() + " changes " + changed);
        } else if (!changed.isEmpty()) {
            routes.forEach(route -> faults.addAll(faults(List.of(route), all)));
        }
        return faults;
    }

    private void callAs(Route route, List<Principal> all, List<String> faults) {
        for (Principal who : all) {
            for (String id : ids(route, who)) {
                // Whoever is let in, and names nobody else's, may do it: that is what it is for.
                if (!who.mayUse(route) || route.hasId() && !route.isFor(Route.PUBLIC)
                        || route.reads() && !LOGGED.contains(route.path())) {
                    calls++;
                    check(route, id, who, faults);
                }
            }
        }
    }

    private void check(Route route, String id, Principal who, List<String> faults) {
        Reply reply = town.caller.call(route, id, who);
        String told = route + " " + (route.hasId() ? id + " " : "") + who + ": " + reply.status();
        if (reply.status() >= 500) {
            faults.add(told);
        }
        String seen = reply.everything().replace("/desk/cases/" + secret.id() + "/", "");
        for (String one : hidden) {
            // What the caller has said is repeated: an address in a refusal, a page to go back to after signing in.
            if (seen.contains(one)
                    && !(one.equals(secret.id()) && (route.hasId() || who.name().equals("wrong token")))) {
                faults.add(told + " shows " + one);
            }
        }
        if (!who.mayUse(route)) {
            // What is no id at all may be refused for that, before anybody asks who it is.
            if (!refused(route, reply) && !(id.equals("1") && reply.status() == 400)) {
                faults.add(told + " is let in");
            }
        } else if (route.isForStaff() && (reply.status() == 403 || toSignIn(reply))) {
            faults.add(told + ": " + who + " is refused");
        } else if (route.path().startsWith("/desk/cases/{id}") && reply.status() != 404) {
            faults.add(told + " and not 404");
        } else if (route.hasId() && !route.isFor(Route.PUBLIC) && reply.status() < 300) {
            faults.add(told + " for an id that is nobody's here");
        }
    }

    private static boolean refused(Route route, Reply reply) {
        return route.isFor(Route.CONVERSATION) || route.path().startsWith("/actuator")
                ? reply.status() == 404
                : reply.status() == 401 || reply.status() == 403 || reply.status() == 404 || toSignIn(reply);
    }

    private static boolean toSignIn(Reply reply) {
        return reply.status() == 303 && reply.head().contains("/staff/sign-in");
    }

    private List<String> ids(Route route, Principal who) {
        if (!route.hasId()) {
            return List.of("");
        }
        String unknown = UUID.randomUUID().toString();
        // Whoever has the role may look after accounts, imports and gaps; what is not theirs is the case.
        if (who.mayUse(route)) {
            return List.of(secret.id(), unknown);
        }
        return !ALL
                ? List.of(secret.id())
                : Arrays.asList(secret.id(), unknown, town.sara(), "1");
    }
}
