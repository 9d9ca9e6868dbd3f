package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedTokenTests {
    private static final ConversationId CONVERSATION = new ConversationId(UUID.randomUUID());
    private static final IdempotencyKey KEY = new IdempotencyKey(UUID.randomUUID());

    @Test
    void opensForTheKeyThatSealedIt() {
        byte[] sealed = SealedToken.seal("secret", CONVERSATION, KEY);

        assertThat(SealedToken.open(sealed, CONVERSATION, KEY)).isEqualTo("secret");
    }

    @Test
    void staysShutForAnyOtherKeyConversationOrByte() {
        byte[] sealed = SealedToken.seal("secret", CONVERSATION, KEY);
        IdempotencyKey otherKey = new IdempotencyKey(UUID.randomUUID());
        ConversationId other = new ConversationId(UUID.randomUUID());

        assertThatThrownBy(() -> SealedToken.open(sealed, CONVERSATION, otherKey))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SealedToken.open(sealed, other, KEY))
                .isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> SealedToken.open(damaged, CONVERSATION, KEY))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void sealsDifferentlyEachTime() {
        assertThat(SealedToken.seal("secret", CONVERSATION, KEY))
                .isNotEqualTo(SealedToken.seal("secret", CONVERSATION, KEY));
    }
}
