package se.lotsen.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import se.lotsen.chat.ChatLanguage;

class ChatLocalesTests {
    private final ChatLocales locales = new ChatLocales();

    private static MockServerWebExchange exchange(String address) {
        return MockServerWebExchange
                .from(MockServerHttpRequest.get(address).header("Accept-Language", "fi"));
    }

    @ParameterizedTest
    @CsvSource({"/chat?lang=ar, ar", "/chat?utm=x&lang=sv-x-lattlast, sv-x-lattlast", "/chat, sv",
            "/fraga?lang=en-GB, en", "/fraga/svar/1?lang=so, so", "/fraga?lang=ar&lang=fi, ar",
            "/chatt?lang=ar, sv", "/fragan?lang=ar, sv", "/desk?lang=ar, sv", "/?lang=ar, sv",
            "/chat/page.js?lang=ar, sv", "/editor/betyg?lang=ar, sv", "/fraga?lang=xx, sv"})
    void onlyTheCitizensPagesAreInTheLanguageOfTheirAddress(String address, String tag) {
        assertThat(locales.resolveLocaleContext(exchange(address)).getLocale())
                .isEqualTo(ChatLanguage.of(tag).locale());
    }

    @Test
    void nothingIsStored() {
        assertThatThrownBy(() -> locales.setLocaleContext(exchange("/fraga"), null))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
