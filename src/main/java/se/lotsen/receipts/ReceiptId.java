package se.lotsen.receipts;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What people quote, such as {@code LS-7KQ4-9M2X-B8TZ-4H6J}: 75 bits of a hash (SHA-256) in fifteen signs of Crockford's base 32 (no I, L, O, U;
 * whoever types O or l is understood) and a check sign. That is a Reed-Solomon check symbol over GF(32): each place weighs
 * another power of the field's generator, so that one wrong sign, or any two that changed places, are always noticed.
 */
public final class ReceiptId {
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String PREFIX = "LS";
    private static final int LENGTH = 16;
    /** x^5 + x^2 + 1 is primitive over GF(2). */
    private static final int FIELD = 0b100101;

    private final String signs;

    private ReceiptId(String signs) {
        this.signs = signs;
    }

    /**
     * The answer's: the same again when a restart makes it be answered anew. Nobody can tell the conversation from it.
     *
     * @param conversation 122 random bits
     * @param answer the conversation's n-th
     */
    static ReceiptId of(UUID conversation, int answer) {
        String hash = Digests.of("lotsen-receipt " + conversation + " " + answer);
        int[] values = new int[LENGTH];
        for (int i = 0; i < LENGTH - 1; i++) {
            values[i] = Integer.parseInt(hash.substring(2 * i, 2 * i + 2), 16) % SIGNS.length();
        }
        values[LENGTH - 1] = sum(values);
        StringBuilder signs = new StringBuilder();
        for (int value : values) {
            signs.append(SIGNS.charAt(value));
        }
        return new ReceiptId(signs.toString());
    }

    /** What somebody typed, with or without hyphens and prefix; empty when it cannot be an id. */
    public static Optional<ReceiptId> parse(String typed) {
        String text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        if (text.length() == LENGTH + PREFIX.length() && text.startsWith(PREFIX)) {
            text = text.substring(PREFIX.length());
        }
        text = text.replace('O', '0').replace('I', '1').replace('L', '1');
        if (text.length() != LENGTH || text.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)
                || sum(text.chars().map(SIGNS::indexOf).toArray()) != 0) {
            return Optional.empty();
        }
        return Optional.of(new ReceiptId(text));
    }

    /** Zero for a whole id; the check sign's weight is one, so that it is the sum of the others. */
    private static int sum(int[] values) {
        int sum = 0;
        for (int value : values) {
            // Horner's rule: the first sign weighs the highest power of the generator.
            sum = doubled(sum) ^ value;
        }
        return sum;
    }

    private static int doubled(int value) {
        int twice = value << 1;
        return (twice & 0b100000) == 0 ? twice : twice ^ FIELD;
    }

    /** As it is stored and shown. */
    @Override
    public String toString() {
        return PREFIX + "-" + signs.substring(0, 4) + "-" + signs.substring(4, 8) + "-"
                + signs.substring(8, 12)
                + "-" + signs.substring(12);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceiptId id && id.signs.equals(signs);
    }

    @Override
    public int hashCode() {
        return signs.hashCode();
    }
}
