package se.lotsen.language;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in a citizen's words: java.time's, but for the languages whose names differ from one JDK to the next. Digits are
 * always Latin, also in Arabic. It knows the whole names of days and months, {@code EEEE} and {@code MMMM}, and no quoted text
 * that contains these.
 */
public final class DateWords {
    private static final ResourceBundle NAMES = ResourceBundle.getBundle("se.lotsen.language.date-names",
            Locale.ROOT);
    private static final Pattern NAMED = Pattern.compile("EEEE|MMMM");

    private DateWords() {
    }

    /** @param pattern of {@link DateTimeFormatter#ofPattern(String)} */
    public static DateTimeFormatter of(String pattern, Locale locale) {
        if (!NAMES.containsKey(locale.getLanguage() + ".days")) {
            return DateTimeFormatter.ofPattern(pattern, locale);
        }
        DateTimeFormatterBuilder form = new DateTimeFormatterBuilder();
        Matcher named = NAMED.matcher(pattern);
        int at = 0;
        while (named.find()) {
            form.appendPattern(pattern.substring(at, named.start()));
            boolean day = named.group().equals("EEEE");
            form.appendText(day ? ChronoField.DAY_OF_WEEK : ChronoField.MONTH_OF_YEAR,
                    names(locale, day ? ".days" : ".months"));
            at = named.end();
        }
        return form.appendPattern(pattern.substring(at)).toFormatter(locale);
    }

    private static Map<Long, String> names(Locale locale, String kind) {
        Map<Long, String> names = new HashMap<>();
        for (String name : NAMES.getString(locale.getLanguage() + kind).split(",")) {
            names.put(names.size() + 1L, name);
        }
        return names;
    }
}
