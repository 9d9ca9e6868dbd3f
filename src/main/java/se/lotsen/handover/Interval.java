package se.lotsen.handover;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of opening within a day, {@code from} inclusive and {@code to} exclusive, in minutes after
 * local midnight. An end of more than 1440 lies on the following day: 16.00–01.00 is 960 to 1500 and
 * belongs to the day it begins on.
 */
record Interval(int from, int to) {
    static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("(\\S+?)\\s*[-–]\\s*(\\S+)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?");

    /** Reads {@code 8.00-16.30}, also with colons, an en dash or whole hours; empty for anything else. */
    static Optional<Interval> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        int from = minute(form.group(1));
        int to = minute(form.group(2));
        if (from < 0 || to < 0 || from == DAY || from == to) {
            return Optional.empty();
        }
        return Optional.of(new Interval(from, to > from ? to : to + DAY));
    }

    /** Minutes after midnight, 0 to 1440, or -1 when the text is not a time of day. */
    static int minute(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return -1;
        }
        int minutes = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        int minute = Integer.parseInt(time.group(1)) * 60 + minutes;
        return minutes > 59 || minute > DAY ? -1 : minute;
    }
}
