package se.lotsen.grounding;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/** The word lists of {@code words_sv.properties}, each as the map or set that the readers ask. */
final class Words {
    private static final Properties LISTS = load();

    static final Map<String, String> MONTHS = map("months");
    static final Set<String> MONTHS_ONLY_WITH_DAY = set("months.only-with-day");
    static final Map<String, String> WEEKDAYS = weekdays();
    static final Map<String, String> WEEKDAYS_SHORT = map("weekdays.short");
    static final Map<String, String> NUMERALS = numerals();
    static final Map<String, String> ARTICLES = map("numerals.article");
    static final Map<String, String> MULTIPLIERS = map("numerals.multipliers");
    static final Map<String, String> ORDINALS = map("ordinals");
    static final Map<String, String> FRACTIONS = map("fractions");
    static final Set<String> CURRENCY = set("currency");
    static final Set<String> SMALL_CURRENCY = set("currency.small");
    static final Set<String> FREE = set("free");
    static final Map<String, String> UNITS = map("units");
    static final Map<String, String> PERIODS = map("periods");
    static final Set<String> JOINTS = set("joints");
    static final Set<String> LINK_ABBREVIATIONS = set("link.abbreviations");
    static final Set<String> CLOCK = set("clock");
    /** Words of a sentence whose date ends something. */
    static final Set<String> DEADLINE = set("deadline");
    static final Set<String> CLOCK_RANGE = set("clock.range");
    static final Set<String> PLACE_PREPOSITIONS = set("place.prepositions");
    static final Set<String> STOPS = set("stops");
    static final Map<String, String> BASES = map("bases");
    /** Senses whose loss changes nothing that anybody could rely on. */
    static final Set<String> MAY_BE_LEFT_OUT = Set.of("always", "some");
    static final Set<String> GLUE = set("glue");
    private static final Set<String> LIGHT = set("light");
    /** Words of a table's head that limit its cells. */
    static final Map<String, String> LARGEST = map("largest");
    static final Set<String> PRICE_VERBS = set("price.verbs");
    static final Set<String> SHORT_INFINITIVES = set("infinitives.short");
    static final Map<String, String> OPPOSITES = opposites();
    /** The side of "open" among the opposites. */
    static final String OPEN = Objects.requireNonNull(OPPOSITES.get("öppet"));
    private static final Set<String> STREET_ENDINGS = set("street.endings");

    /** How strongly what a joint joins belongs together. */
    static final double JOINT = 0.85;
    /** And what stands on both sides of a comma. */
    static final double COMMA = 0.6;

    private Words() {
    }

    static boolean isUnit(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        return UNITS.containsKey(word) || CURRENCY.contains(word);
    }

    static boolean isGlue(String written) {
        return GLUE.contains(written.toLowerCase(Locale.ROOT));
    }

    /** Whether the word claims nothing by itself. */
    static boolean isLight(String written) {
        return LIGHT.contains(written.toLowerCase(Locale.ROOT));
    }

    static boolean isWeekday(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        return WEEKDAYS.containsKey(word) || WEEKDAYS_SHORT.containsKey(word);
    }

    static boolean isStreet(String lower) {
        return STREET_ENDINGS.stream()
                .anyMatch(end -> lower.length() > end.length() + 1 && lower.endsWith(end));
    }

    static Properties load() {
        Properties lists = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("words_sv.properties")),
                StandardCharsets.UTF_8)) {
            lists.load(in);
            return lists;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] list(String name) {
        return Objects.requireNonNull(LISTS.getProperty(name), name).split(",");
    }

    static Set<String> set(String name) {
        return Set.copyOf(java.util.Arrays.asList(list(name)));
    }

    static Map<String, String> map(String name) {
        Map<String, String> map = new HashMap<>();
        for (String entry : list(name)) {
            int sign = entry.indexOf('=');
            map.put(entry.substring(0, sign).strip(), entry.substring(sign + 1).strip());
        }
        return Map.copyOf(map);
    }

    private static Map<String, String> weekdays() {
        Map<String, String> days = new HashMap<>(map("weekdays.groups"));
        map("weekdays").forEach((day, bit) -> {
            days.put(day, bit);
            for (String ending : list("weekdays.endings")) {
                days.put(day + ending, bit);
            }
        });
        return Map.copyOf(days);
    }

    private static Map<String, String> numerals() {
        Map<String, String> numerals = new HashMap<>(map("numerals"));
        Map<String, String> ones = map("numerals.ones");
        map("numerals.tens").forEach((ten, value) -> {
            numerals.put(ten, value);
            ones.forEach((one, small) -> numerals.put(ten + one,
                    Integer.toString(Integer.parseInt(value) + Integer.parseInt(small))));
        });
        ones.forEach((one, small) -> numerals.put(one + "hundra", small + "00"));
        numerals.put("hundra", "100");
        return Map.copyOf(numerals);
    }

    private static Map<String, String> opposites() {
        Map<String, String> sides = new HashMap<>();
        int pair = 0;
        for (String entry : list("opposites")) {
            String[] both = entry.split("=");
            for (int side = 0; side < both.length; side++) {
                for (String word : both[side].split("\\|")) {
                    sides.put(word, pair + (side == 0 ? "+" : "-"));
                }
            }
            pair++;
        }
        return Map.copyOf(sides);
    }
}
