package se.lotsen.radar;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.lotsen.inspection.LinkState;

/**
 * Follows the pages' links, one after the other, each at most once a day. Addresses of names that are reserved for examples
 * (RFC 2606) lead nowhere by design and are not followed.
 */
final class LinkRound {
    private static final Set<String> RESERVED = Set.of("example", "test", "invalid", "localhost");
    private final Optional<LinkProbe> probe;
    private final RadarTable table;
    private final Duration remembered;
    private final Clock clock;

    LinkRound(Optional<LinkProbe> probe, RadarTable table, Duration remembered, Clock clock) {
        this.probe = probe;
        this.table = table;
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Told how far it has come. */
    @FunctionalInterface
    interface Progress {
        void done(int links, int of);
    }

    /** What is known of the links. */
    Map<String, LinkState> known() {
        return table.links().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().state()));
    }

    /**
     * Follows what was not followed lately.
     *
     * @return whether anything is known now that was not
     */
    boolean follow(Set<String> addresses, Progress progress) throws InterruptedException {
        table.forgetLinks(addresses);
        return probe.isPresent() && follow(probe.get(), addresses, progress);
    }

    private boolean follow(LinkProbe follower, Set<String> addresses, Progress progress)
            throws InterruptedException {
        Map<String, RadarTable.Followed> known = table.links();
        Instant old = clock.instant().minus(remembered);
        List<String> due = addresses.stream().filter(LinkRound::leadsOut)
                .filter(address -> !known.containsKey(address) || known.get(address).at().isBefore(old))
                .toList();
        boolean changed = false;
        for (int at = 0; at < due.size(); at++) {
            progress.done(at, due.size());
            String address = due.get(at);
            LinkState state = follower.follow(URI.create(address));
            table.followed(address, state, clock.instant());
            changed |= !known.containsKey(address) || known.get(address).state() != state;
        }
        return changed;
    }

    private static boolean leadsOut(String address) {
        try {
            String host = new URI(address).getHost();
            return host != null
                    && !RESERVED.contains(host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
