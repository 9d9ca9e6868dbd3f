package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionManager;

/** What staff's cookies are, with and without TLS in front. */
class StaffCookieTests {
    private final FormTokenCookie tokens = new FormTokenCookie();
    private final WebSessionManager sessions = new StaffSecurity().webSessionManager(Clock.systemUTC());

    @Test
    void behindHttpsTheyAreSecure() {
        assertThat(cookies("https://fraga.lindakra.example/staff")).hasSize(2).allMatch(
                cookie -> cookie.isSecure() && cookie.isHttpOnly()
                        && "Strict".equals(cookie.getSameSite()));
    }

    @Test
    void onThisMachineTheyWorkWithout() {
        assertThat(cookies("http://localhost/staff")).hasSize(2).allMatch(
                cookie -> !cookie.isSecure() && cookie.isHttpOnly()
                        && "Strict".equals(cookie.getSameSite()));
    }

    private List<ResponseCookie> cookies(String address) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address));
        tokens.generateToken(exchange).flatMap(token -> tokens.saveToken(exchange, token)).block();
        WebSession session = sessions.getSession(exchange).block();
        session.start();
        session.save().block();
        exchange.getResponse().setComplete().block();
        return exchange.getResponse().getCookies().values().stream().flatMap(List::stream).toList();
    }
}
