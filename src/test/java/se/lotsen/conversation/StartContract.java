package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lotsen.conversation.RecordContract.key;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a conversation begins and who may open it. */
interface StartContract extends RecordContract {

    @Test
    default void tokensAre256RandomBits() {
        StartedConversation one = store().start(key());
        StartedConversation other = store().start(key());

        assertThat(Base64.getUrlDecoder().decode(one.token())).hasSize(32);
        assertThat(one.token()).hasSize(43).isNotEqualTo(other.token());
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    default void repeatedStartGivesTheSameConversationAndToken() {
        IdempotencyKey key = key();
        StartedConversation first = store().start(key);

        assertThat(store().start(key)).isEqualTo(first);
        assertThat(count("conversation")).isEqualTo(1);
    }

    @Test
    default void startsAtOnceUnderOneKeyGiveOneConversation() throws Exception {
        for (int round = 1; round <= 5; round++) {
            IdempotencyKey key = key();
            assertThat(Set.copyOf(AtOnce.run(WRITERS, () -> store().start(key)))).hasSize(1);
            assertThat(count("conversation")).isEqualTo(round);
        }
    }

    @Test
    default void sealedTokenIsForgottenAfterADay() {
        IdempotencyKey key = key();
        StartedConversation first = store().start(key);

        record().clock.advance(Duration.ofHours(23));
        record().disposal.disposeDue();
        assertThat(store().start(key)).isEqualTo(first);

        record().clock.advance(Duration.ofHours(1));
        record().disposal.disposeDue();
        assertThat(count("conversation_start")).isZero();
        assertThat(store().open(first.id(), first.token())).isPresent();
        assertThat(store().start(key).id()).isNotEqualTo(first.id());
    }

    @Test
    default void opensWithItsOwnTokenOnly() {
        StartedConversation mine = store().start(key());
        StartedConversation foreign = store().start(key());

        assertThat(store().open(mine.id(), mine.token())).hasValueSatisfying(opened -> {
            assertThat(opened.id()).isEqualTo(mine.id());
            assertThat(opened.lastEvent()).isZero();
        });
        assertThat(store().open(mine.id(), foreign.token())).isEmpty();
        assertThat(store().open(mine.id(), mine.token() + "=")).isEmpty();
        assertThat(store().open(mine.id(), "")).isEmpty();
        assertThat(store().open(NOBODYS, mine.token())).isEmpty();
    }

    @Test
    default void databaseAloneOpensNothing() {
        IdempotencyKey key = key();
        String token = store().start(key).token();

        List<byte[]> secrets = record().database.sql("""
                select token_hash from conversation
                union all select key_hash from conversation_start
                union all select sealed_token from conversation_start""").query(byte[].class).list();
        assertThat(secrets).hasSize(3).allSatisfy(bytes -> {
            String stored = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(stored).doesNotContain(token).doesNotContain(key.value().toString());
            assertThat(bytes).isNotEqualTo(key.sealingKey())
                    .isNotEqualTo(Base64.getUrlDecoder().decode(token));
        });
    }
}
