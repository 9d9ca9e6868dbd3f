package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import se.lotsen.conversation.ConversationId;
import se.lotsen.conversation.StartedConversation;

/** What a browser without scripts remembers, with and without TLS in front. */
class ConversationCookieTests {
    private static final StartedConversation STARTED = new StartedConversation(
            new ConversationId(UUID.fromString("11111111-2222-3333-4444-555555555555")), "token");

    @Test
    void behindTlsTheCookieIsSecureAndNamedSo() {
        ServerHttpRequest request = MockServerHttpRequest.get("https://fraga.lindakra.example/fraga").build();
        ResponseCookie cookie = ConversationCookie.of(STARTED, request);
        assertThat(cookie.isSecure() && cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getName()).isEqualTo("__Secure-lotsen-samtal");
        assertThat(cookie.getDomain()).isNull();
        assertThat(ConversationCookie.forgotten(request).getName()).isEqualTo(cookie.getName());
        assertThat(readBack(cookie, "https")).isTrue();
    }

    @Test
    void onThisMachineItWorksWithout() {
        ResponseCookie cookie = ConversationCookie.of(STARTED,
                MockServerHttpRequest.get("http://localhost/fraga").build());
        assertThat(cookie.isSecure()).isFalse();
        assertThat(readBack(cookie, "http")).isTrue();
        assertThat(readBack(cookie, "https")).as("a cookie that came without TLS").isFalse();
    }

    private static boolean readBack(ResponseCookie cookie, String scheme) {
        return ConversationCookie.of(MockServerHttpRequest.get(scheme + "://localhost/fraga")
                .cookie(new HttpCookie(cookie.getName(), cookie.getValue())).build())
                .filter(read -> read.id().equals(STARTED.id()) && read.token().equals("token")).isPresent();
    }
}
