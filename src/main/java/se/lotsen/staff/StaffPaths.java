package se.lotsen.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What is the staff's; everything else is left exactly as it is. Paths are compared as routes are: decoded. */
final class StaffPaths {
    static final String SIGN_IN = "/staff/sign-in";
    static final String HOME = "/staff";
    private static final List<String> ROOMS = List.of("desk", "editor", "operations", "records", "staff");

    private StaffPaths() {
    }

    static boolean guarded(ServerHttpRequest request) {
        List<String> path = segments(request);
        return !path.isEmpty() && (ROOMS.contains(path.getFirst())
                || path.size() > 1 && path.getFirst().equals("api")
                        && (path.get(1).equals("desk") || path.get(1).equals("operations")));
    }

    /** The first step of a guarded path, which is one of ours and nothing that a sender has made up. */
    static String room(ServerHttpRequest request) {
        return segments(request).getFirst();
    }

    /** Whether a program asks, and not a browser for a page. */
    static boolean api(ServerHttpRequest request) {
        List<String> path = segments(request);
        return !path.isEmpty() && path.getFirst().equals("api");
    }

    /** Where somebody wanted to go before they signed in: a page of ours, or else the first page of the staff. */
    static String wanted(@Nullable String path) {
        if (path == null) {
            return HOME;
        }
        boolean ours = ROOMS.stream().map(room -> "/" + room)
                .anyMatch(room -> path.equals(room) || path.startsWith(room + "/"));
        // Nothing that a browser reads in another way than we do, nor that the redirect takes for a template.
        boolean plain = ours && path.chars().allMatch(c -> c > ' ' && c < 0x7f && "\\{}#?<>\"".indexOf(c) < 0)
                && !path.startsWith(SIGN_IN) && !path.startsWith("/staff/welcome");
        return plain ? path : HOME;
    }

    private static List<String> segments(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(segment -> ((PathContainer.PathSegment) segment).valueToMatch()).toList();
    }
}
