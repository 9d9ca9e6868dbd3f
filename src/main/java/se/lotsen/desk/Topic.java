package se.lotsen.desk;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a case is about, for people: an area is an id such as {@code bygga-och-bo}, and becomes "Bygga och bo". */
final class Topic {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Topic() {
    }

    /** The area in words; what is no id is what it is. The interface may have a better name, {@code desk.area.} and the id. */
    static String name(String area) {
        return ID.matcher(area).matches()
                ? area.substring(0, 1).toUpperCase(Locale.ROOT) + area.substring(1).replace('-', ' ')
                : area;
    }
}
