package se.lotsen.chat;

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
        HttpCookie cookie = request.getCookies().getFirst(NAME);
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
    static ResponseCookie forgotten() {
        return ResponseCookie.from(NAME, "").path(PATH).httpOnly(true).sameSite("Lax").maxAge(0).build();
    }

    static ResponseCookie of(StartedConversation started, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, started.id() + "." + started.token())
                .path(PATH)
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(request.getURI().getScheme()))
                .build();
    }
}
