package se.lotsen.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.conversation.ConversationEvent.Citation;

class PacketTests {
    static final String WHOLE = """
            {"reason":"low-confidence","language":"sv","question":["Vad kostar det?","För två barn?"],
            "sources":[{"page":"forskola-avgift","title":"Avgift","score":0.514,"url":"/knowledge/forskola-avgift"},
              {"page":"x","score":"hög","url":"javascript:alert(1)"}],
            "missing":["inkomst"],"topic":"Förskola","wish":"Ring mig",
            "draft":{"text":"Det kostar 100 kr.","sources":[
              {"page":"forskola-avgift","heading":"Avgift","url":"/knowledge/forskola-avgift#a"},
              {"page":"y","heading":"Y","url":"https://annan.example/"}]},"more":{"a":1}}""";

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
        assertThat(packet.sources().getLast()).isEqualTo(new Packet.Tried("x", "", null));
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
