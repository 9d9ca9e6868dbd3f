package se.lotsen.grounding;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What rows of digits mean in a language. */
final class Figures {
    private static final Pattern GROUPED_BY_SPACE = Pattern.compile("\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?");
    private static final Pattern GROUPED_BY_SIGN = Pattern.compile("\\d{1,3}(?:[,.']\\d{3})+");
    private static final Pattern GROUPED_WITH_DECIMALS = Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d+");
    private static final int MOST_DIGITS = 15;
    private static final int HOURS = 24;
    private static final int HOUR = 60;
    private static final int NOON = 720;

    private final boolean commaIsDecimal;

    Figures(boolean commaIsDecimal) {
        this.commaIsDecimal = commaIsDecimal;
    }

    /** The number in its plainest form: "1420", "4.5". */
    String number(String written) {
        String plain = written.replace("'", "");
        if (GROUPED_BY_SPACE.matcher(plain).matches()) {
            plain = plain.replace(" ", "").replace(',', '.');
        } else if (GROUPED_WITH_DECIMALS.matcher(plain).matches()
                || !commaIsDecimal && GROUPED_BY_SIGN.matcher(plain).matches()
                        && plain.indexOf(',') > 0) {
            plain = plain.replace(",", "");
        } else if (commaIsDecimal && plain.indexOf(',') < 0 && GROUPED_BY_SIGN.matcher(plain).matches()) {
            plain = plain.replace(".", "");
        } else {
            plain = plain.replace(',', '.');
        }
        return plain.indexOf(':') >= 0 || plain.length() > MOST_DIGITS
                || plain.indexOf('.') != plain.lastIndexOf('.')
                        ? written
                        : new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }

    /** A whole number of at most two digits; -1 for any other. */
    static int whole(String written) {
        return written.length() <= 2 && written.chars().allMatch(unit -> unit >= '0' && unit <= '9')
                ? Integer.parseInt(written)
                : -1;
    }

    /** Minutes since midnight; -1 where it is no time of day. 24.00 is midnight too. */
    static int minutes(String written) {
        String[] parts = written.split("[.:]");
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        return hour > HOURS || minute >= HOUR || hour == HOURS && minute > 0
                ? -1
                : (hour % HOURS) * HOUR + minute;
    }

    /** @param half -1 before noon, 1 after, 0 for a clock of 24 hours */
    static int inHalf(int minutes, int half) {
        if (half == 0 || minutes >= NOON + HOUR) {
            return minutes;
        }
        return minutes % NOON + (half > 0 ? NOON : 0);
    }

    static String phone(String written) {
        String digits = written.replaceAll("[^\\d+]", "");
        return digits.startsWith("+46") ? "0" + digits.substring("+46".length()) : digits;
    }

    /** Year, month and day of a date in digits. */
    static String[] date(String written) {
        boolean yearFirst = written.indexOf('-') > 0;
        String[] parts = written.split("[-.]");
        return new String[]{parts[yearFirst ? 0 : 2], Integer.toString(Integer.parseInt(parts[1])),
                Integer.toString(Integer.parseInt(parts[yearFirst ? 2 : 0]))};
    }
}
