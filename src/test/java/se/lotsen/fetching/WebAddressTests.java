package se.lotsen.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {

    @ParameterizedTest
    @CsvSource({"HTTP://Lindakra.Example, http://lindakra.example/",
            "https://lindakra.example:443/a#b, https://lindakra.example/a",
            "https://lindakra.example/åka buss?q=ö, https://lindakra.example/%C3%A5ka%20buss?q=%C3%B6",
            "https://lindakra.example/100%, https://lindakra.example/100%25",
            "http://lindakra.example:8080/x, http://lindakra.example:8080/x"})
    void oneFormForOnePage(String written, String address) {
        assertThat(WebAddress.of(written)).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lindakra.example", "mailto:a@b.example", "ftp://a.example/",
            "http://a@b.example/",
            "http://a.example:0/", "http://a.example:99999/", "http:///x", "http://a_b/",
            "http://a.example\\b"})
    void whatIsNoneIsRefused(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }

    @Test
    void aRelativeOneIsReadWhereItStands() {
        URI base = URI.create("https://lindakra.example/avfall/sopor");
        assertThat(WebAddress.of(base, "../kontakt"))
                .contains(URI.create("https://lindakra.example/kontakt"));
        assertThat(WebAddress.of(base, "//other.example/x")).contains(URI.create("https://other.example/x"));
        assertThat(WebAddress.of(base, "javascript:alert(1)")).isEmpty();
    }
}
