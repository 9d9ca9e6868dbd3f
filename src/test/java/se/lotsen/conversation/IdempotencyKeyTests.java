package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTests {
    private static final String UUID_TEXT = "0b6b2a3c-54a2-4a0e-9f43-0d6c1f0f9a11";

    @Test
    void isAUuidInEitherCase() {
        IdempotencyKey key = new IdempotencyKey(UUID.fromString(UUID_TEXT));

        assertThat(IdempotencyKey.parse(UUID_TEXT)).contains(key);
        assertThat(IdempotencyKey.parse(UUID_TEXT.toUpperCase(java.util.Locale.ROOT))).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "0b6b2a3c54a24a0e9f430d6c1f0f9a11", UUID_TEXT + " ",
            "{" + UUID_TEXT + "}",
            "0b6b2a3c-54a2-4a0e-9f43-0d6c1f0f9a1g", UUID_TEXT + "\n"})
    void isNothingElse(String header) {
        assertThat(IdempotencyKey.parse(header)).isEmpty();
    }

    @Test
    void whatIsStoredTellsNothingAboutTheSealingKey() {
        IdempotencyKey key = new IdempotencyKey(UUID.fromString(UUID_TEXT));

        assertThat(List.of(key.hash(), key.sealingKey(), key.fingerprint("seal"), key.fingerprint("name")))
                .allSatisfy(derived -> assertThat(derived).hasSize(32))
                .doesNotHaveDuplicates();
    }

    @Test
    void logsShowNeitherKeyNorToken() {
        StartedConversation started = new StartedConversation(new ConversationId(UUID.randomUUID()),
                "secret-token");

        assertThat(new IdempotencyKey(UUID.fromString(UUID_TEXT)).toString()).doesNotContain(UUID_TEXT);
        assertThat(started.toString()).doesNotContain("secret-token");
    }
}
