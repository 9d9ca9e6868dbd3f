package se.lotsen.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;
import se.lotsen.chat.ChatLanguage;

/**
 * The language of a page: what the address says ({@code ?lang=fi}) on the citizen's pages, Swedish on all others. Nothing is
 * stored, and what a browser prefers is not asked: a page that is shared looks the same to whoever opens it.
 */
final class ChatLocales implements LocaleContextResolver {
    static final String PARAMETER = "lang";

    /** The language that a request's address names. */
    static ChatLanguage language(ServerHttpRequest request) {
        String path = request.getPath().value();
        if (path.equals("/om")) {
            // It is written in two languages only.
            return ChatLanguage.of(request.getQueryParams().getFirst(PARAMETER)) == ChatLanguage.ENGLISH
                    ? ChatLanguage.ENGLISH
                    : ChatLanguage.SWEDISH;
        }
        return path.equals("/chat") || path.equals("/fraga") || path.startsWith("/fraga/")
                ? ChatLanguage.of(request.getQueryParams().getFirst(PARAMETER))
                : ChatLanguage.SWEDISH;
    }

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        return new SimpleLocaleContext(language(exchange.getRequest()).locale());
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
        throw new UnsupportedOperationException("The address names the language");
    }
}
