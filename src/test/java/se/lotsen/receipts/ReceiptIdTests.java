package se.lotsen.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptIdTests {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static ReceiptId any() {
        return ReceiptId.of(UUID.randomUUID(), 1);
    }

    @Test
    void anAnswerHasOneForEver() {
        UUID conversation = UUID.randomUUID();
        assertThat(ReceiptId.of(conversation, 2)).isEqualTo(ReceiptId.of(conversation, 2))
                .isNotEqualTo(ReceiptId.of(conversation, 1));
    }

    @Test
    void noTwoAreTheSame() {
        Set<ReceiptId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(any());
        }
        assertThat(ids).hasSize(10_000);
    }

    @Test
    void whatIsShownIsRead() {
        ReceiptId id = any();
        assertThat(id.toString()).matches("LS(-[0-9A-Z]{4}){4}");
        assertThat(ReceiptId.parse(id.toString())).contains(id);
        assertThat(ReceiptId.parse(id.toString().toLowerCase(Locale.ROOT).replace("-", " "))).contains(id);
        assertThat(ReceiptId.parse(id.toString().substring(3).replace("-", ""))).contains(id);
        assertThat(ReceiptId.parse(id.toString().replace('0', 'O').replace('1', 'l').replace("lS", "LS")))
                .contains(id);
    }

    @Test
    void anyWrongSignIsNoticed() {
        String id = any().toString();
        for (int at = 3; at < id.length(); at++) {
            for (char sign : SIGNS.toCharArray()) {
                if (id.charAt(at) != '-' && id.charAt(at) != sign) {
                    assertThat(ReceiptId.parse(id.substring(0, at) + sign + id.substring(at + 1)))
                            .as("%s at %d", id, at).isEmpty();
                }
            }
        }
    }

    @Test
    void anyTwoSignsThatChangedPlacesAreNoticed() {
        for (int i = 0; i < 100; i++) {
            String id = any().toString().substring(3).replace("-", "");
            for (int a = 0; a < id.length(); a++) {
                for (int b = a + 1; b < id.length(); b++) {
                    if (id.charAt(a) != id.charAt(b)) {
                        char[] signs = id.toCharArray();
                        signs[a] = id.charAt(b);
                        signs[b] = id.charAt(a);
                        assertThat(ReceiptId.parse(new String(signs))).as("%s %d %d", id, a, b).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThat(ReceiptId.parse("")).isEmpty();
        assertThat(ReceiptId.parse("LS-7KQ4-9M2X")).isEmpty();
        assertThat(ReceiptId.parse("LS-åäöå-åäöå-åäöå-åäöå")).isEmpty();
    }
}
