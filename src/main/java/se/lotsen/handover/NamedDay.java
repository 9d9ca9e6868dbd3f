package se.lotsen.handover;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A day of the Swedish year that opening hours may treat in its own way: the public holidays and the days
 * before them. Eves are counted from the holiday that follows, except New Year's Eve, whose holiday lies
 * in the next year.
 */
public enum NamedDay {
    /** Nyårsdagen, 1 January. */
    NEW_YEARS_DAY("NEW_YEAR", 0),
    /** Trettondagsafton, 5 January. */
    TWELFTH_NIGHT("EPIPHANY", -1),
    /** Trettondedag jul, 6 January. */
    EPIPHANY("EPIPHANY", 0),
    /** Skärtorsdagen. */
    MAUNDY_THURSDAY("christian.EASTER", -3),
    /** Långfredagen. */
    GOOD_FRIDAY("christian.GOOD_FRIDAY", 0),
    /** Påskafton. */
    EASTER_EVE("christian.EASTER", -1),
    /** Påskdagen. */
    EASTER_DAY("christian.EASTER", 0),
    /** Annandag påsk. */
    EASTER_MONDAY("christian.EASTER_MONDAY", 0),
    /** Valborgsmässoafton, 30 April. */
    WALPURGIS_NIGHT("LABOUR_DAY", -1),
    /** Första maj. */
    LABOUR_DAY("LABOUR_DAY", 0),
    /** The Wednesday before Kristi himmelsfärdsdag. */
    ASCENSION_EVE("christian.ASCENSION_DAY", -1),
    /** Kristi himmelsfärdsdag, a Thursday. */
    ASCENSION_DAY("christian.ASCENSION_DAY", 0),
    /** Pingstafton. */
    PENTECOST_EVE("christian.PENTECOST", -1),
    /** Pingstdagen. */
    PENTECOST("christian.PENTECOST", 0),
    /** 5 June. */
    NATIONAL_DAY_EVE("NATIONAL_DAY", -1),
    /** Sveriges nationaldag, 6 June. */
    NATIONAL_DAY("NATIONAL_DAY", 0),
    /** Midsommarafton, a Friday. */
    MIDSUMMER_EVE("MIDSUMMER", -1),
    /** Midsommardagen. */
    MIDSUMMER_DAY("MIDSUMMER", 0),
    /** The Friday before alla helgons dag. */
    ALL_SAINTS_EVE("ALL_SAINTS", -1),
    /** Alla helgons dag. */
    ALL_SAINTS_DAY("ALL_SAINTS", 0),
    /** Julafton. */
    CHRISTMAS_EVE("CHRISTMAS", -1),
    /** Juldagen. */
    CHRISTMAS_DAY("CHRISTMAS", 0),
    /** Annandag jul. */
    BOXING_DAY("BOXING_DAY", 0),
    /** Nyårsafton. */
    NEW_YEARS_EVE("NEW_YEARS_EVE", 0);

    private final String holiday;
    private final int daysFromHoliday;

    NamedDay(String holiday, int daysFromHoliday) {
        this.holiday = holiday;
        this.daysFromHoliday = daysFromHoliday;
    }

    /** The holiday library's key for the day this one is counted from. */
    String holiday() {
        return holiday;
    }

    int daysFromHoliday() {
        return daysFromHoliday;
    }

    /** False for the days that only custom and agreements make free. */
    boolean publicHoliday() {
        return daysFromHoliday == 0 && this != NEW_YEARS_EVE;
    }

    /** The day's name in the editors' files, such as {@code midsummer-eve}. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<NamedDay> named(String fileName) {
        return Stream.of(values()).filter(day -> day.fileName().equals(fileName)).findFirst();
    }
}
