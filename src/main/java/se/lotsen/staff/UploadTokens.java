package se.lotsen.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where a form sends a file, its token against forged forms stands in the address: were it looked for in the form, the whole
 * file would be read before it is known who sends it. The token is masked anew in every page, and useless without its cookie.
 */
final class UploadTokens implements ServerCsrfTokenRequestHandler {
    private final XorServerCsrfTokenRequestAttributeHandler usual = new XorServerCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        usual.handle(exchange, token);
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        String inAddress = exchange.getRequest().getQueryParams().getFirst(token.getParameterName());
        if (inAddress == null || !sendsAFile(exchange.getRequest().getHeaders().getContentType())) {
            return usual.resolveCsrfTokenValue(exchange, token);
        }
        return usual.resolveCsrfTokenValue(exchange.mutate()
                .request(request -> request.header(token.getHeaderName(), inAddress)).build(), token);
    }

    private static boolean sendsAFile(@Nullable MediaType type) {
        return type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type);
    }
}
