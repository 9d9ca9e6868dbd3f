package se.lotsen.evaluation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/**
 * A Swedish identity or coordination number, made at random with a valid check digit (Luhn over the ten digits, SKV 704):
 * it may be somebody's, so it must never be shown or written.
 *
 * @param coordination whether 60 was added to the day
 * @param lastFour serial number and check digit
 */
record MadeIdentityNumber(LocalDate born, boolean coordination, String lastFour) {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int DAYS = 125 * 365;
    private static final int SERIALS = 999;
    private static final int COORDINATION = 60;

    static MadeIdentityNumber random(Random random, boolean coordination) {
        LocalDate born = FIRST.plusDays(random.nextInt(DAYS));
        String serial = String.format(Locale.ROOT, "%03d", 1 + random.nextInt(SERIALS));
        String nine = new MadeIdentityNumber(born, coordination, "").six() + serial;
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int product = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return new MadeIdentityNumber(born, coordination, serial + (10 - sum % 10) % 10);
    }

    private String day() {
        return String.format(Locale.ROOT, "%02d", born.getDayOfMonth() + (coordination ? COORDINATION : 0));
    }

    /** Year without century, month, day. */
    String six() {
        return eight().substring(2);
    }

    /** Year, month, day. */
    String eight() {
        return String.format(Locale.ROOT, "%04d%02d", born.getYear(), born.getMonthValue()) + day();
    }

    /** How people write one. */
    enum Spelling {
        TEN_DIGITS("tenDigits"), TWELVE_DIGITS("twelveDigits"), TEN_WITH_HYPHEN(
                "tenWithHyphen"), TWELVE_WITH_HYPHEN("twelveWithHyphen"), WITH_PLUS(
                        "withPlus"), WITH_SPACE("withSpace"), SPACED_PAIRS("spacedPairs"), WORDS_BETWEEN(
                                "wordsBetween");

        private final String wireName;

        Spelling(String wireName) {
            this.wireName = wireName;
        }

        /** As it stands in JSON. */
        String wireName() {
            return wireName;
        }

        /** The number in this spelling: one part, or for {@link #WORDS_BETWEEN} the two parts. */
        String[] parts(MadeIdentityNumber number, boolean century) {
            String date = century ? number.eight() : number.six();
            return switch (this) {
                case TEN_DIGITS -> new String[]{number.six() + number.lastFour()};
                case TWELVE_DIGITS -> new String[]{number.eight() + number.lastFour()};
                case TEN_WITH_HYPHEN -> new String[]{number.six() + "-" + number.lastFour()};
                case TWELVE_WITH_HYPHEN -> new String[]{number.eight() + "-" + number.lastFour()};
                case WITH_PLUS -> new String[]{number.six() + "+" + number.lastFour()};
                case WITH_SPACE -> new String[]{date + " " + number.lastFour()};
                case SPACED_PAIRS ->
                    new String[]{(date + number.lastFour()).replaceAll("(..)(?!$)", "$1 ")};
                case WORDS_BETWEEN -> new String[]{date, number.lastFour()};
            };
        }
    }
}
