package se.lotsen.pages;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.StartedConversation;

/**
 * What a browser without JavaScript remembers of its conversation: the id and the token, until it is closed. Set with the
 * first question and never before; scripts cannot read it and other sites cannot send it.
 *
 * @param token as given by the browser; checked by whoever opens the conversation
 */
record ConversationCookie(ConversationId id, String token) {
    private static final String NAME = "lotsen-samtal";
    private static final String PATH = "/fraga";
    private static final int ID_LENGTH = 36;

    /** The cookie of a request; empty when there is none or it is not ours. */
    static Optional<ConversationCookie> of(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(name(request));
        String value = cookie == null ? "" : cookie.getValue();
        if (value.length() <= ID_LENGTH + 1 || value.charAt(ID_LENGTH) != '.') {
            return Optional.empty();
        }
        try {
            return Optional.of(new ConversationCookie(
                    new ConversationId(UUID.fromString(value.substring(0, ID_LENGTH))),
                    value.substring(ID_LENGTH + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes the browser forget the conversation at once. */
    static ResponseCookie forgotten(ServerHttpRequest request) {
        return cookie("", request).maxAge(0).build();
    }

    static ResponseCookie of(StartedConversation started, ServerHttpRequest request) {
        return cookie(started.id() + "." + started.token(), request).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, ServerHttpRequest request) {
        return ResponseCookie.from(name(request), value).path(PATH).httpOnly(true).sameSite("Lax")
                .secure(isSecure(request));
    }

    /** Behind TLS, a browser takes no such cookie from a page without (RFC 6265bis, 4.1.3.1). */
    private static String name(ServerHttpRequest request) {
        return isSecure(request) ? "__Secure-" + NAME : NAME;
    }

    private static boolean isSecure(ServerHttpRequest request) {
        return "https".equals(request.getURI().getScheme());
    }
}
