package se.lotsen.privacy;

/** The mod-10 checksum (ISO/IEC 7812-1 annex B) of identity and card numbers. */
final class Luhn {
    private Luhn() {
    }

    /** Whether the last of these ASCII digits is the checksum of the others. */
    static boolean isValid(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int value = digits.charAt(i) - '0';
            if (twice) {
                value = value > 4 ? 2 * value - 9 : 2 * value;
            }
            sum += value;
            twice = !twice;
        }
        return sum % 10 == 0;
    }
}
