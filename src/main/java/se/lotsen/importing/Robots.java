package se.lotsen.importing;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.lotsen.fetching.FetchOutcome;
import se.lotsen.fetching.FetchRequest;
import se.lotsen.fetching.GuardedFetch;
import se.lotsen.fetching.WebAddress;
import se.lotsen.fetching.Wanted;

/**
 * The rules for robots of each host (RFC 9309): what may be fetched, and how gently. A host that has none allows all; one that
 * answers with a server's error allows nothing.
 */
final class Robots {
    private static final String NAME = "lotsen";
    /** A host that asks for more would never be read to its end. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final GuardedFetch fetch;
    private final Map<String, BaseRobotRules> hosts = new HashMap<>();

    Robots(GuardedFetch fetch) {
        this.fetch = fetch;
    }

    boolean allows(URI address) throws InterruptedException {
        return rules(address).isAllowed(address.toString());
    }

    /** The crawl delay; zero when the host names none. */
    Duration delay(URI address) throws InterruptedException {
        long delay = rules(address).getCrawlDelay();
        Duration asked = delay == BaseRobotRules.UNSET_CRAWL_DELAY || delay < 0
                ? Duration.ZERO
                : Duration.ofMillis(delay);
        return asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
    }

    /** Site maps that the host names. */
    List<String> sitemaps(URI address) throws InterruptedException {
        return rules(address).getSitemaps();
    }

    private BaseRobotRules rules(URI address) throws InterruptedException {
        String host = address.getScheme() + "://" + address.getRawAuthority();
        BaseRobotRules known = hosts.get(host);
        if (known == null) {
            known = ask(WebAddress.of(host + "/robots.txt").orElseThrow());
            hosts.put(host, known);
        }
        return known;
    }

    private BaseRobotRules ask(URI robots) throws InterruptedException {
        FetchOutcome outcome = fetch.get(new FetchRequest(robots, Set.of(robots.getHost()), Wanted.ROBOTS,
                Duration.ZERO, null, null));
        if (outcome instanceof FetchOutcome.Got got) {
            return new SimpleRobotRulesParser(Long.MAX_VALUE, 1).parseContent(robots.toString(), got.body(),
                    "text/plain", List.of(NAME));
        }
        // A page that tells people that there are no rules is no rule; a server that is broken may have some.
        boolean broken = outcome instanceof FetchOutcome.Answered answered && answered.status() >= 500;
        return new SimpleRobotRules(broken
                ? SimpleRobotRules.RobotRulesMode.ALLOW_NONE
                : SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
    }
}
