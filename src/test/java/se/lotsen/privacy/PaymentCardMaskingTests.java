package se.lotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.lotsen.testing.SeededRandom;

class PaymentCardMaskingTests {
    /** Prefixes with the lengths that are issued today. */
    private static final Map<String, List<Integer>> ISSUED = Map.ofEntries(
            Map.entry("4", List.of(13, 16, 19)),
            Map.entry("51", List.of(16)), Map.entry("55", List.of(16)), Map.entry("2221", List.of(16)),
            Map.entry("2720", List.of(16)), Map.entry("34", List.of(15)), Map.entry("37", List.of(15)),
            Map.entry("36", List.of(14)), Map.entry("305", List.of(14)), Map.entry("6011", List.of(16)),
            Map.entry("65", List.of(16)), Map.entry("3528", List.of(16)), Map.entry("62", List.of(16, 19)),
            Map.entry("50", List.of(13, 16)), Map.entry("67", List.of(16, 18)));

    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final SeededRandom random = new SeededRandom();

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111",
            "4111.1111.1111.1111",
            "4111\u00a01111\u00a01111\u00a01111", "4111 1111-1111 1111", "41111111 11111111",
            "5555 5555 5555 4444",
            "2223003122003222", "378282246310005", "3782 822463 10005", "30569309025904", "3056 930902 5904",
            "6011111111111117", "3530111333300000", "4222222222222", "6304000000000000",
            "４１１１ １１１１ １１１１ １１１１",
            "4\u200b111111111111111", "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "41 11 11 11 11 11 11 11"})
    void hidesCardsInTheirSpellings(String written) {
        MaskedText masked = mask.mask("Mitt kort är " + written + ", hjälp");
        assertThat(masked.value()).isEqualTo("Mitt kort är [kortnummer], hjälp");
        assertThat(masked.hidden()).containsExactly(PersonalDataKind.PAYMENT_CARD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4111 1111 1111 1111 09/27 123              | [kortnummer] 09/27 123
            Kort4111111111111111                       | Kort[kortnummer]
            4111 1111 1111 1111 5555 5555 5555 4444    | [kortnummer] [kortnummer]
            2 kort: 4111111111111111                   | 2 kort: [kortnummer]
            OCR 4111 1111 1111 1111                    | OCR [kortnummer]
            """)
    void hidesCardsInSentences(String raw, String masked) {
        assertThat(mask.mask(raw).value()).isEqualTo(masked);
    }

    @Test
    void hidesGeneratedCardsOfEveryIssuer() {
        for (int i = 0; i < 300; i++) {
            ISSUED.forEach((prefix, lengths) -> lengths.forEach(length -> {
                String card = card(prefix, length);
                String inFours = card.replaceAll("(?<=\\G.{4})(?=.)", " ");
                assertThat(mask.mask(card).value()).as("%s (%s)", card, random).isEqualTo("[kortnummer]");
                if (length != 14 && length != 15) {
                    assertThat(mask.mask(inFours).value()).as("%s (%s)", inFours, random)
                            .isEqualTo("[kortnummer]");
                }
            }));
        }
    }

    private String card(String prefix, int length) {
        String digits = prefix + random.digits(length - 1 - prefix.length());
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111112", "1111111111111117", "411111111111", "41111111111111111111111",
            "OCR 4111111111111111", "OCR-nummer: 4111111111111111", "bankgiro 5050-1055 5051-6905",
            "111111111111111",
            "735999123456789012", "7310865004703", "4 500 5 200 6 100 7 000"})
    void leavesWhatIsNoCard(String text) {
        assertThat(mask.mask(text).value()).isEqualTo(text);
    }
}
