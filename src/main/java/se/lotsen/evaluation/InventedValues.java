package se.lotsen.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes a wrong value of the same sort as a right one. */
final class InventedValues {
    static final List<String> LINKS = List.of("https://lindakra-kommun.example.net/betala", "www.lindakra.se",
            "https://e-tjanster.lindakra.example.evil.test/", "kontakt@lindakra-kommun.se",
            "bit.ly/lindakra");
    private static final List<String> DAYS = List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag",
            "lördag",
            "söndag");
    private static final List<String> MONTHS = List.of("januari", "februari", "mars", "april", "maj", "juni",
            "juli",
            "augusti", "september", "oktober", "november", "december");
    private static final List<String> NUMERALS = List.of("två", "tre", "fyra", "fem", "sex", "sju", "åtta",
            "nio",
            "tio", "tolv");
    private static final List<String> PLACES = List.of("Uddevalla", "Borås", "Kungälv", "Trollhättan");
    private static final Set<String> WEEKDAYS_ONLY = Set.of("måndag–torsdag", "måndag–fredag",
            "måndag–lördag");

    private InventedValues() {
    }

    static Optional<String> like(String kind, String value, Random random) {
        return switch (kind) {
            case "phone" -> Optional.of(value.length() < 7 ? "119" : digit(value, random));
            case "amount", "time" -> Optional.of(kind.equals("time") ? time(value) : digit(value, random));
            case "date" -> Optional.of(date(value, random));
            case "weekday" -> Optional.of(weekday(value));
            case "number" -> Optional.of(number(value, random));
            case "unit" -> Optional.of(unit(value));
            case "link" -> Optional.of(value.replace("lindakra", "lindakraa"));
            case "place" -> Optional.of(value.contains(" ")
                    ? digit(value, random)
                    : PLACES.get(random.nextInt(PLACES.size())));
            default -> Optional.empty();
        };
    }

    /** Whether a page's other value is false in the first one's place; a part of a row of days is not. */
    static boolean isOther(String kind, String value, String other) {
        String one = value.toLowerCase(Locale.ROOT);
        String two = other.toLowerCase(Locale.ROOT);
        if (kind.equals("weekday")) {
            return !one.equals(two) && !(WEEKDAYS_ONLY.contains(one) && within(one, two));
        }
        boolean samePeriod = kind.equals("unit")
                && (isPeriod(one) != isPeriod(two) || period(one).equals(period(two)));
        if (kind.equals("place") && one.contains(" ") != two.contains(" ")) {
            return false;
        }
        boolean yearLeftOut = kind.equals("date") && (one.startsWith(two) || two.startsWith(one));
        return !one.equals(two) && !samePeriod && !yearLeftOut
                && Character.isDigit(one.charAt(0)) == Character.isDigit(two.charAt(0));
    }

    private static boolean isPeriod(String unit) {
        return unit.startsWith("per ") || unit.startsWith("i ") || unit.startsWith("om ");
    }

    private static String period(String unit) {
        String word = unit.substring(unit.indexOf(' ') + 1);
        return isPeriod(unit) && word.length() > 3 ? word.replaceAll("(en|et|er|ar|an)$", "") : word;
    }

    private static boolean within(String row, String days) {
        int end = DAYS.indexOf(row.substring(row.indexOf('–') + 1));
        String last = days.substring(days.indexOf('–') + 1);
        return DAYS.indexOf(last) <= end;
    }

    private static String digit(String value, Random random) {
        List<Integer> digits = java.util.stream.IntStream.range(0, value.length())
                .filter(at -> Character.isDigit(value.charAt(at))).boxed().toList();
        int at = digits.get(digits.size() == 1 ? 0 : random.nextInt(digits.size()));
        int next = (value.charAt(at) - '0' + 1 + random.nextInt(8)) % 10;
        char changed = next == 0 && at == digits.getFirst()
                ? digitBut(value.charAt(at))
                : (char) ('0' + next);
        return value.substring(0, at) + changed + value.substring(at + 1);
    }

    private static char digitBut(char digit) {
        return digit == '7' ? '8' : '7';
    }

    private static String time(String value) {
        int point = value.indexOf('.');
        int hour = Integer.parseInt(value.substring(0, point));
        return hour >= 23 ? "22" + value.substring(point) : hour + 1 + value.substring(point);
    }

    private static String date(String value, Random random) {
        String[] parts = value.split(" ");
        if (random.nextBoolean()) {
            int day = Integer.parseInt(parts[0]);
            parts[0] = Integer.toString(day > 14 ? day - 1 - random.nextInt(9) : day + 1 + random.nextInt(9));
        } else if (parts.length == 3 && random.nextBoolean()) {
            parts[2] = Integer.toString(Integer.parseInt(parts[2]) + 1);
        } else {
            int month = MONTHS.indexOf(parts[1].toLowerCase(Locale.ROOT));
            parts[1] = MONTHS.get((month + 1 + random.nextInt(10)) % MONTHS.size());
        }
        return String.join(" ", parts);
    }

    private static String weekday(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        int dash = lower.indexOf('–');
        if (dash >= 0) {
            String last = lower.substring(dash + 1);
            return "måndag–" + DAYS.get(DAYS.indexOf(last) + 1);
        }
        return DAYS.get((DAYS.indexOf(lower) + 2) % DAYS.size());
    }

    private static String number(String value, Random random) {
        int word = NUMERALS.indexOf(value.toLowerCase(Locale.ROOT));
        return word >= 0
                ? NUMERALS.get((word + 1 + random.nextInt(8)) % NUMERALS.size())
                : digit(value, random);
    }

    private static String unit(String value) {
        return switch (value) {
            case "dagar" -> "veckor";
            case "veckor", "timmar", "arbetsdagar", "vardagar" -> "månader";
            case "månader" -> "veckor";
            case "minuter" -> "timmar";
            case "meter" -> "kilometer";
            case "kvadratmeter" -> "kubikmeter";
            case "kubikmeter" -> "liter";
            case "procent" -> "kronor";
            case "liter" -> "kubikmeter";
            case "kilo" -> "ton";
            case "ton" -> "kilo";
            case "år", "dygn" -> "timmar";
            default -> value.endsWith("månaden") || value.endsWith("månad") ? "per vecka" : "per månad";
        };
    }
}
