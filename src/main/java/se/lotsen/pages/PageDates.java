package se.lotsen.pages;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.language.DateWords;

/** Dates and times as the page's language writes them; templates ask for it by the bean's name. */
class PageDates {
    private final MessageSource messages;

    PageDates(MessageSource messages) {
        this.messages = messages;
    }

    /** Such as "14 september 2026". */
    public String date(LocalDate date, Locale locale) {
        return DateWords.of(messages.getMessage("form.date", null, locale), locale).format(date);
    }

    /** Such as "10.43". */
    public String time(ZonedDateTime moment, Locale locale) {
        return DateWords.of(messages.getMessage("form.time", null, locale), locale).format(moment);
    }
}
