package se.lotsen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** What staff's cookies are, with and without TLS in front. */
class StaffCookieTests {
    private final FormTokenCookie tokens = new FormTokenCookie();

    @Test
    void behindHttpsTheyAreSecure() {
        assertThat(cookies("https://fraga.lindakra.example/staff")).hasSize(2).allMatch(
                cookie -> cookie.isSecure() && cookie.isHttpOnly()
                        && "Strict".equals(cookie.getSameSite())
                        && cookie.getName().startsWith("__Host-") && "/".equals(cookie.getPath())
                        && cookie.getDomain() == null);
    }

    @Test
    void onThisMachineTheyWorkWithout() {
        assertThat(cookies("http://localhost/staff")).hasSize(2).allMatch(
                cookie -> !cookie.isSecure() && cookie.getName().startsWith("lotsen-") && cookie.isHttpOnly()
                        && "Strict".equals(cookie.getSameSite()));
    }

    @Test
    void aTokenThatCameWithoutTlsCountsForNothingBehindIt() {
        MockServerWebExchange exchange = MockServerWebExchange
                .from(MockServerHttpRequest.post("https://fraga.lindakra.example/staff/sign-in")
                        .cookie(new HttpCookie("lotsen-formular", "planted"),
                                new HttpCookie("lotsen-personal", "planted")));
        assertThat(tokens.loadToken(exchange).blockOptional()).isEmpty();
        assertThat(StaffSessions.id(exchange)).isEmpty();
    }

    private List<ResponseCookie> cookies(String address) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(address));
        tokens.generateToken(exchange).flatMap(token -> tokens.saveToken(exchange, token)).block();
        exchange.getResponse().addCookie(StaffSessions.cookie(exchange, "id", Duration.ofSeconds(-1)));
        exchange.getResponse().setComplete().block();
        return exchange.getResponse().getCookies().values().stream().flatMap(List::stream).toList();
    }
}
