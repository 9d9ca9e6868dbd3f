package se.lotsen.pages;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What was done to a conversation that the browser has forgotten since; the page that follows says it. It lies in that page's
 * address as a fixed mark, and any other mark says nothing.
 */
enum Done {
    DELETED("raderat", "chat.deleted"), RESTARTED("borjat", "chat.restarted");

    private static final String PARAMETER = "gjort";
    private final String mark;
    private final String code;

    Done(String mark, String code) {
        this.mark = mark;
        this.code = code;
    }

    /** What the page's address says; empty when it says nothing of ours. */
    static Optional<Done> of(ServerHttpRequest request) {
        String found = request.getQueryParams().getFirst(PARAMETER);
        return Arrays.stream(values()).filter(done -> done.mark.equals(found)).findAny();
    }

    /** The page that says it. */
    String address() {
        return "/fraga?" + PARAMETER + "=" + mark;
    }

    /** The code of the text that says it. */
    String code() {
        return code;
    }
}
