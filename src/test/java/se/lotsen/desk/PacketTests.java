package se.lotsen.desk;

import java.util.List;
import se.lotsen.conversation.HandoverReason;
import se.lotsen.handover.CasePacket;
import se.lotsen.handover.CasePacket.Draft;
import se.lotsen.handover.CasePacket.TriedSource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.conversation.ConversationEvent.Citation;

class PacketTests {
    static final String WHOLE = new CasePacket(HandoverReason.LOW_CONFIDENCE, "sv", "För två barn?",
            List.of("Vad kostar det?", "För två barn?"),
            List.of(new TriedSource("forskola-avgift", "Avgift", 0.514, "/knowledge/forskola-avgift"),
                    new TriedSource("x", "x", 0, "javascript:alert(1)")),
            List.of("inkomst"), "Förskola",
            new Draft("Det kostar 100 kr.",
                    List.of(new Citation("forskola-avgift", "Avgift", "/knowledge/forskola-avgift#a"),
                            new Citation("y", "Y", "https://annan.example/"))),
            "Ring mig").json();

    /** A packet of which only this is known. */
    static String about(String topic, String language) {
        return new CasePacket(HandoverReason.ASKED_FOR, language, "", List.of(), List.of(), List.of(), topic,
                null,
                null).json();
    }

    @Test
    void aWholeDocumentIsRead() {
        Packet packet = Packet.of(WHOLE);
        assertThat(packet.reason()).isEqualTo("low-confidence");
        assertThat(packet.questions()).containsExactly("Vad kostar det?", "För två barn?");
        assertThat(packet.sources().getFirst())
                .isEqualTo(new Packet.Tried("Avgift", "/knowledge/forskola-avgift", 51));
        assertThat(packet.missing()).containsExactly("inkomst");
        assertThat(packet.wish()).isEqualTo("Ring mig");
    }

    @Test
    void onlyOurOwnPagesAreLinkedToAndCited() {
        Packet packet = Packet.of(WHOLE);
        assertThat(packet.sources().getLast()).isEqualTo(new Packet.Tried("x", "", 0));
        assertThat(packet.draft().sources()).containsExactly(
                new Citation("forskola-avgift", "Avgift", "/knowledge/forskola-avgift#a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "7", "", "{",
            "{\"draft\":7,\"sources\":{},\"question\":null}"})
    void whatIsMissingOrOfAnotherFormIsNotThere(String document) {
        assertThat(Packet.of(document)).isEqualTo(Packet.NONE);
    }

    @Test
    void whatALaterVersionAddsIsPassedOver() {
        assertThat(Packet.of(WHOLE.replaceFirst("\\{", "{\"more\":{\"a\":1},"))).isEqualTo(Packet.of(WHOLE));
    }

    @Test
    void noDamageToADocumentMakesItFail() {
        Random random = new Random(20261128);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder damaged = new StringBuilder(WHOLE);
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                damaged.setCharAt(random.nextInt(damaged.length()), "{}[]\",:0a".charAt(random.nextInt(9)));
            }
            assertThat(Packet.of(damaged.toString())).isNotNull();
        }
    }
}
