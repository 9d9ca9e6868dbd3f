package se.lotsen.security.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import se.lotsen.testing.ServiceTest;

/**
 * One file says what the service answers to and for whom ({@code routes.tsv}, ADR 0051). A route that is not in it, or a
 * line without a route, fails the build; so does a static file that no line covers.
 */
@ServiceTest
class PublicRoutesTests {
    @Autowired
    private ApplicationContext service;

    @Test
    void everyRouteOfTheServiceIsListedAndEveryLineIsARoute() {
        assertThat(faults(LiveRoutes.of(service), LiveRoutes.files(), Route.listed()))
                .as("routes.tsv and the service differ: add the line with who may come, or take it out")
                .isEmpty();
    }

    @Test
    void anUnlistedOrVanishedRouteAndAnUncoveredFileAreFound() {
        SortedSet<String> planted = new TreeSet<>(LiveRoutes.of(service));
        planted.add("POST /api/everything");
        planted.remove("GET /staff/sign-in");
        SortedSet<String> files = new TreeSet<>(LiveRoutes.files());
        files.add("/.env");
        assertThat(faults(planted, files, Route.listed())).containsExactlyInAnyOrder(
                "not listed: POST /api/everything", "no such route: GET /staff/sign-in",
                "static file that no line covers: /.env");
    }

    @Test
    void noRouteIsListedTwice() {
        assertThat(Route.listed().stream().map(Route::toString)).doesNotHaveDuplicates();
    }

    /** Whoever adds a public route does so on purpose: these are the rooms that may have one. */
    @Test
    void nothingOfTheStaffIsPublicButTheWayIn() {
        assertThat(Route.listed().stream().filter(route -> route.isFor(Route.PUBLIC))
                .map(Route::path).filter(path -> path.matches("/(desk|editor|operations|records|staff)(/.*)?")
                        && !path.matches("/(desk|editor)/[\\w*-]+\\.(js|css)"))
                .collect(Collectors.toSet())).isEqualTo(Set.of("/staff/sign-in", "/staff/welcome"));
    }

    private static List<String> faults(Set<String> live, Set<String> files, List<Route> listed) {
        List<String> faults = new ArrayList<>();
        Set<String> lines = listed.stream().map(Route::toString).collect(Collectors.toSet());
        live.stream().filter(route -> !lines.contains(route))
                .forEach(route -> faults.add("not listed: " + route));
        files.stream().filter(
                file -> listed.stream().noneMatch(line -> isOfFiles(line) && line.covers("GET", file)))
                .forEach(file -> faults.add("static file that no line covers: " + file));
        listed.stream().filter(line -> !live.contains(line.toString()))
                .filter(line -> !isOfFiles(line)
                        || files.stream().noneMatch(file -> line.covers("GET", file)))
                .forEach(line -> faults.add("no such route: " + line));
        return faults;
    }

    private static boolean isOfFiles(Route line) {
        return line.reads() && !line.path().endsWith("/**") && line.path().matches(".*\\.\\w+");
    }
}
