package se.lotsen.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class AnswerSettingsTests {

    private static String digest(String... settings) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        return new AnswerSettings(environment).digest();
    }

    @Test
    void whatAnAnswerDependsOnChangesIt() {
        assertThat(digest("lotsen.answering.answer-at", "0.8")).isNotEqualTo(digest());
        assertThat(digest("lotsen.model.fallbacks[0].name", "a", "lotsen.model.fallbacks[0].base-url",
                "http://a"))
                .isNotEqualTo(digest("lotsen.model.fallbacks[0].name", "b"));
    }

    @Test
    void whatItDoesNotDependOnDoesNot() {
        assertThat(digest("server.port", "80", "lotsen.radar.mail", "x")).isEqualTo(digest());
    }

    @Test
    void aKeyIsNoPartOfIt() {
        assertThat(digest("lotsen.model.api-key", "hemlig", "lotsen.embedding.api-key-file", "/x"))
                .isEqualTo(digest());
    }
}
