package se.lotsen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.lotsen.conversation.ConversationEvent.NoticePosted;
import se.lotsen.conversation.ConversationRefusal.UnknownConversation;

/** A code that a citizen reads out. */
interface CodeContract extends CaseContract {

    default DeskCodes codes() {
        return record().codes;
    }

    default Optional<CodeOpening> type(String code, Agent agent) {
        return codes().open(code, agent, conversation -> agent.name() + " läser.");
    }

    @Test
    default void aCodeOpensItsConversationOnceAndTheCitizenIsToldWho() {
        ConversationId conversation = startAnswered();
        DeskCodes.Shown shown = codes().show(conversation);
        assertThat(shown.code()).matches("[0-9]{6}");
        assertThat(shown.expiresAt()).isEqualTo(now().plus(DeskCodes.VALID));

        CodeOpening opening = type(shown.code(), ANNA).orElseThrow();

        assertThat(opening)
                .isEqualTo(new CodeOpening(conversation, ANNA, now(), now().plus(DeskCodes.READABLE)));
        assertThat(codes().openings(conversation)).containsExactly(opening);
        assertThat(codes().readableBy(ANNA.account())).containsExactly(opening);
        assertThat(codes().readableBy(BO.account())).isEmpty();
        assertThat(store().eventsAfter(conversation, 2)).singleElement()
                .matches(event -> event.event().equals(new NoticePosted("Anna läser.")));
        assertThat(handover().standing(conversation).state()).isEqualTo(ConversationState.WITH_ASSISTANT);

        assertThat(type(shown.code(), BO)).as("used").isEmpty();
        assertThat(store().eventsAfter(conversation, 0)).hasSize(3);
        assertThat(codes().openings(conversation)).hasSize(1);
    }

    @Test
    default void aCodeExpiresAndSoDoesWhatItHasOpened() {
        ConversationId conversation = startAnswered();
        String code = codes().show(conversation).code();
        record().clock.advance(DeskCodes.VALID.minusSeconds(1));
        assertThat(type(code, ANNA)).isPresent();
        String late = codes().show(conversation).code();
        record().clock.advance(DeskCodes.VALID);
        assertThat(type(late, ANNA)).isEmpty();

        record().clock.advance(DeskCodes.READABLE.minus(DeskCodes.VALID).minusSeconds(1));
        assertThat(codes().readableBy(ANNA.account())).hasSize(1);
        record().clock.advance(java.time.Duration.ofSeconds(1));
        assertThat(codes().readableBy(ANNA.account())).isEmpty();
        assertThat(codes().openings(conversation)).as("who had opened it is kept").hasSize(1);
    }

    @Test
    default void theLatestCodeOfAConversationIsItsOnlyOne() {
        ConversationId conversation = startAnswered();
        DeskCodes drawing = drawing(111_111, 222_222);
        drawing.show(conversation);
        drawing.show(conversation);
        assertThat(count("desk_code")).isEqualTo(1);
        assertThat(drawing.open("111111", ANNA, c -> null)).isEmpty();
        assertThat(drawing.open("222222", ANNA, c -> null)).isPresent();
    }

    @Test
    default void noTwoLiveCodesAreTheSame() {
        ConversationId one = startAnswered();
        ConversationId other = startAnswered();
        DeskCodes drawing = drawing(7, 7, 7, 42);
        assertThat(drawing.show(one).code()).isEqualTo("000007");
        assertThat(drawing.show(other).code()).isEqualTo("000042");
        assertThat(drawing.open("000007", ANNA, c -> null).orElseThrow().conversation()).isEqualTo(one);
    }

    @Test
    default void ofManyWhoTypeACodeAtOnceOneOpens() {
        for (int round = 0; round < 5; round++) {
            ConversationId conversation = startAnswered();
            String code = codes().show(conversation).code();
            List<Boolean> opened = IntStream.range(0, WRITERS).parallel()
                    .mapToObj(n -> type(code, new Agent("a" + n, "A" + n)).isPresent()).toList();
            assertThat(opened).containsOnlyOnce(true);
            assertThat(codes().openings(conversation)).hasSize(1);
        }
    }

    @Test
    default void theDatabaseHoldsNoCodeAndARestartEndsThoseThatWereShown() {
        ConversationId conversation = startAnswered();
        DeskCodes.Shown shown = codes().show(conversation);
        assertThat(shown.toString()).doesNotContain(shown.code());
        byte[] kept = record().database.sql("select code_hash from desk_code").query(byte[].class).single();
        assertThat(kept).hasSize(32).isNotEqualTo(sha256(shown.code()));
        DeskCodes restarted = new DeskCodes(record().database, record().rowLocks, record().cases,
                record().clock);
        assertThat(restarted.open(shown.code(), ANNA, c -> null)).isEmpty();
    }

    @Test
    default void aConversationThatIsGoneHasNoCode() {
        assertThatThrownBy(() -> codes().show(NOBODYS)).isInstanceOf(UnknownConversation.class);
        ConversationId conversation = startAnswered();
        String code = codes().show(conversation).code();
        type(codes().show(conversation).code(), ANNA);
        codes().show(conversation);
        assertThat(record().disposal.disposeNow(conversation)).isTrue();
        assertThat(type(code, ANNA)).isEmpty();
        assertThat(count("desk_code") + count("desk_opening")).isZero();
    }

    private DeskCodes drawing(int... numbers) {
        int[] next = {0};
        IntSupplier drawn = () -> numbers[next[0]++];
        return new DeskCodes(record().database, record().rowLocks, record().cases, record().clock, drawn,
                new byte[32]);
    }

    private static byte[] sha256(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
