package se.lotsen.grounding;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.Numerals.Numeral;

/** Reads dates, weeks, years, times of day and days of the week. */
final class CalendarReader {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int HOUR = 60;

    private final TextReader reader;

    CalendarReader(TextReader reader) {
        this.reader = reader;
    }

    /** What follows the value that begins at the index; the index itself when none does. */
    int read(int at) {
        Token token = reader.token(at);
        int next = token.is(Token.Type.DIGITS) ? numericDate(at) : at;
        next = next > at ? next : dayAndMonth(at);
        next = next > at ? next : month(at);
        next = next > at ? next : week(at);
        next = next > at ? next : time(at);
        next = next > at ? next : year(at);
        return next > at ? next : weekday(at);
    }

    private int day(int at) {
        Token token = reader.token(at);
        String ordinal = token.is(Token.Type.DIGITS) && token.text().length() <= 2
                ? token.text()
                : Words.ORDINALS.get(token.lower());
        int day = ordinal == null ? 0 : Integer.parseInt(ordinal);
        return day <= 31 ? day : 0;
    }

    /** Past ":e" or ":a". */
    private int afterDay(int at) {
        boolean suffix = reader.token(at + 1).isSign(':') && (reader.token(at + 2).lower().equals("e")
                || reader.token(at + 2).lower().equals("a")) && !reader.token(at + 2).spaced();
        return suffix ? at + 3 : at + 1;
    }

    private @Nullable String monthAt(int at) {
        return Words.MONTHS.get(reader.token(at).lower());
    }

    private int dayAndMonth(int at) {
        int day = day(at);
        if (day == 0) {
            return at;
        }
        int next = afterDay(at);
        String month = monthAt(next);
        if (month != null) {
            return date(day + "." + month, at, next + 1);
        }
        Token joint = reader.token(next);
        int second = day(next + 1);
        if (second == 0 || joint.spaced() && joint.isDash()
                || !joint.isDash() && !Words.CLOCK_RANGE.contains(joint.lower())) {
            return at;
        }
        int after = afterDay(next + 1);
        month = monthAt(after);
        if (month == null) {
            return at;
        }
        String year = yearAt(after + 1);
        reader.add(Role.DATE, day + "." + month, year, reader.written(at, next));
        return date(second + "." + month, next + 1, after + 1);
    }

    /** The date, and its year once more by itself: it may stand in a heading or a table's head only. */
    private int date(String key, int from, int to) {
        String year = yearAt(to);
        int end = year.isEmpty() ? to : to + 1;
        reader.add(Role.DATE, key, year, reader.written(from, end));
        if (!year.isEmpty()) {
            reader.add(Role.DATE, "y" + year, "", year);
        }
        return end;
    }

    private String yearAt(int at) {
        Token token = reader.token(at);
        if (!token.is(Token.Type.DIGITS) || token.text().length() != 4
                || Words.isUnit(reader.token(at + 1).lower())) {
            return "";
        }
        int year = Integer.parseInt(token.text());
        return year >= FIRST_YEAR && year < LAST_YEAR ? token.text() : "";
    }

    private int year(int at) {
        String year = yearAt(at);
        if (year.isEmpty()) {
            return at;
        }
        reader.add(Role.DATE, "y" + year, "", year);
        return at + 1;
    }

    private int month(int at) {
        String word = reader.token(at).lower();
        String month = Words.MONTHS.get(word);
        return month == null || Words.MONTHS_ONLY_WITH_DAY.contains(word)
                ? at
                : date("m" + month, at, at + 1);
    }

    private int numericDate(int at) {
        Token first = reader.token(at);
        Token sign = reader.token(at + 1);
        Token second = reader.token(at + 2);
        if (sign.spaced() || second.spaced() || !second.isDigits(2)) {
            return at;
        }
        Token third = reader.token(at + 4);
        if (first.text().length() == 4 && sign.isSign('-') && third.isDigits(2)) {
            return valid(third, second) ? put(key(third, second), first.text(), at, at + 5) : at;
        }
        if (!sign.isSign('/') || !first.isDigits(2) || !valid(first, second)) {
            return at;
        }
        int end = reader.token(at + 3).isDash() || reader.token(at + 3).isSign('/') ? at + 4 : at + 3;
        String year = yearAt(end);
        return put(key(first, second), year, at, year.isEmpty() ? at + 3 : end + 1);
    }

    private static boolean valid(Token day, Token month) {
        return Integer.parseInt(day.text()) <= 31 && Integer.parseInt(month.text()) <= 12;
    }

    private static String key(Token day, Token month) {
        return Integer.parseInt(day.text()) + "." + Integer.parseInt(month.text());
    }

    private int put(String key, String year, int from, int to) {
        reader.add(Role.DATE, key, year, reader.written(from, to));
        if (!year.isEmpty()) {
            reader.add(Role.DATE, "y" + year, "", year);
        }
        return to;
    }

    /** "vecka 7", "veckorna 18–39", "v. 44". */
    private int week(int at) {
        String word = reader.token(at).lower();
        int from = word.equals("v") && reader.token(at + 1).isSign('.') ? at + 2 : at + 1;
        if (!word.equals("vecka") && !word.equals("veckorna") && !word.equals("v")
                || !reader.token(from).isDigits(2)) {
            return at;
        }
        reader.add(Role.DATE, "w" + Integer.parseInt(reader.token(from).text()), "",
                reader.written(at, from + 1));
        Token joint = reader.token(from + 1);
        boolean two = (joint.isDash() || Words.CLOCK_RANGE.contains(joint.lower()))
                && reader.token(from + 2).isDigits(2) && !Words.isUnit(reader.token(from + 3).lower());
        if (two) {
            Token second = reader.token(from + 2);
            reader.add(Role.DATE, "w" + Integer.parseInt(second.text()), "", second.text());
        }
        return two ? from + 3 : from + 1;
    }

    /** Minutes after midnight; -1 when the token begins no time of day. */
    private int minutes(int at, boolean announced) {
        Token hour = reader.token(at);
        Numeral spoken = announced && hour.is(Token.Type.WORD) ? new Numerals(reader.tokens()).at(at) : null;
        if (spoken != null && spoken.isWhole() && spoken.thousandths() <= 24_000) {
            return (int) spoken.thousandths() / 1000 * HOUR;
        }
        if (!hour.isDigits(2) || Integer.parseInt(hour.text()) > 24) {
            return -1;
        }
        int whole = Integer.parseInt(hour.text()) * HOUR;
        if (hasMinutes(at)) {
            return whole + Integer.parseInt(reader.token(at + 2).text());
        }
        return announced ? whole : -1;
    }

    private boolean hasMinutes(int at) {
        Token sign = reader.token(at + 1);
        Token minutes = reader.token(at + 2);
        return (sign.isSign('.') || sign.isSign(':')) && !sign.spaced() && !minutes.spaced()
                && minutes.is(Token.Type.DIGITS) && minutes.text().length() == 2
                && Integer.parseInt(minutes.text()) < HOUR && !Words.isUnit(reader.token(at + 3).lower());
    }

    private int time(int at) {
        boolean announced = Words.CLOCK.contains(reader.token(at).lower());
        int from = announced ? at + (reader.token(at + 1).isSign('.') ? 2 : 1) : at;
        int minutes = minutes(from, announced);
        if (minutes < 0) {
            return at;
        }
        int end = hasMinutes(from) ? from + 3 : from + 1;
        Token joint = reader.token(end);
        boolean range = joint.isDash() || Words.CLOCK_RANGE.contains(joint.lower());
        int start = Words.CLOCK.contains(reader.token(end + 1).lower()) ? end + 2 : end + 1;
        int second = range ? minutes(start, true) : -1;
        if (second < 0 || joint.lower().equals("och")) {
            reader.add(Role.TIME, Integer.toString(minutes), "", reader.written(at, end));
            return end;
        }
        int last = hasMinutes(start) ? start + 3 : start + 1;
        reader.add(Role.TIME, minutes + "-" + second, "", reader.written(at, last));
        return last;
    }

    private int weekday(int at) {
        int first = bits(Words.WEEKDAYS, at);
        boolean isShort = first == 0 && isShortRow(at);
        if (first == 0 && !isShort) {
            return allDays(at);
        }
        first = isShort ? bits(Words.WEEKDAYS_SHORT, at) : first;
        Token joint = reader.token(at + 1);
        int last = joint.isDash() || joint.lower().equals("till") ? anyBits(at + 2) : 0;
        boolean row = Integer.bitCount(first) == 1 && Integer.bitCount(last) == 1 && last > first;
        int days = row ? 2 * last - first : first;
        int end = row ? at + 3 : at + 1;
        reader.add(Role.WEEKDAY, Integer.toString(days), "", reader.written(at, end));
        return end;
    }

    /** Short names only in a row ("mån-fre", "lör–sön"): alone they may be other words. */
    private boolean isShortRow(int at) {
        return bits(Words.WEEKDAYS_SHORT, at) > 0 && reader.token(at + 1).isDash() && anyBits(at + 2) > 0;
    }

    private int allDays(int at) {
        String first = reader.token(at).lower();
        String second = reader.token(at + 1).lower();
        if ((first.equals("alla") || first.equals("samtliga")) && second.equals("dagar")
                || first.equals("varje") && second.equals("dag")) {
            reader.add(Role.WEEKDAY, "127", "", reader.written(at, at + 2));
            return at + 2;
        }
        return at;
    }

    private int anyBits(int at) {
        int bits = bits(Words.WEEKDAYS, at);
        return bits > 0 ? bits : bits(Words.WEEKDAYS_SHORT, at);
    }

    private int bits(Map<String, String> days, int at) {
        return Integer.parseInt(days.getOrDefault(reader.token(at).lower(), "0"));
    }
}
