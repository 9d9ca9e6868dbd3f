package se.lotsen.security.incidents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;
import se.lotsen.staff.StaffRole;

/**
 * A line of {@code routes.tsv}: what the service answers to, and for whom.
 *
 * @param method of HTTP; {@code FILTER} for a filter of ours that may answer by itself
 * @param path as the service declares it, or a pattern of static files
 * @param who {@link #PUBLIC}, {@link #CONVERSATION}, {@link #STAFF_KEY}, {@link #SIGNED_IN}, or names of roles
 */
record Route(String method, String path, Set<String> who) implements Comparable<Route> {
    /** For everybody. */
    static final String PUBLIC = "public";
    /** For whoever holds the token of this conversation. */
    static final String CONVERSATION = "conversation";
    /** For whoever holds the key in the data folder. */
    static final String STAFF_KEY = "staff-key";
    /** For every account. */
    static final String SIGNED_IN = "signed-in";
    private static final Set<String> KINDS = Set.of(PUBLIC, CONVERSATION, STAFF_KEY, SIGNED_IN);

    Route {
        if (!who.stream().allMatch(one -> KINDS.contains(one)
                || Arrays.stream(StaffRole.values()).anyMatch(role -> role.name().equals(one)))) {
            throw new IllegalArgumentException("routes.tsv: nobody knows who this is: " + who);
        }
    }

    /** The one file of routes. */
    static List<Route> listed() {
        try {
            return new ClassPathResource("se/lotsen/security/routes.tsv")
                    .getContentAsString(StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Route::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route parse(String line) {
        String[] cells = line.split("\t");
        if (cells.length < 3) {
            throw new IllegalArgumentException("routes.tsv: three columns, divided by tabs: " + line);
        }
        return new Route(cells[0].strip().toUpperCase(Locale.ROOT), cells[1].strip(),
                Arrays.stream(cells[2].split(",")).map(String::strip).collect(Collectors.toSet()));
    }

    boolean isFor(String kind) {
        return who.contains(kind);
    }

    boolean isForStaff() {
        return !isFor(PUBLIC) && !isFor(CONVERSATION) && !isFor(STAFF_KEY);
    }

    /** Whether an address can be called at all: neither a filter nor a pattern of files. */
    boolean isCallable() {
        return !method.equals("FILTER") && !path.contains("*");
    }

    boolean hasId() {
        return path.contains("{");
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** The address with this in place of each variable; numbers of answers are 1. */
    String at(String id) {
        return path.replaceAll("\\{\\*?(number|tag|requiredMetricName)}", "1").replaceAll("\\{[^}]+}", id);
    }

    /** Whether a static file falls under this line. */
    boolean covers(String method, String file) {
        return this.method.equals(method) && PathPatternParser.defaultInstance.parse(path)
                .matches(PathContainer.parsePath(file));
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
