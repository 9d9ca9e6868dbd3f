package se.lotsen.insight;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.feedback.SatisfactionFigures;

/** The figures in Swedish words. */
final class InsightText {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private final MessageSource messages;

    InsightText(MessageSource messages) {
        this.messages = messages;
    }

    /** A text of {@code insight.*}; numbers among the arguments are given as text. */
    String say(String key, Object... arguments) {
        return messages.getMessage("insight." + key, arguments, SWEDISH);
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(SWEDISH).format(number);
    }

    String percent(double share) {
        return say("percent", number(Math.round(100 * share)));
    }

    /** The share alone; a dash's words where there is none. */
    String value(Share share) {
        return share.isKnown() ? percent(share.value()) : say("none");
    }

    /** Of how many, and how sure. */
    String detail(Share share) {
        return share.isKnown()
                ? say("share", number(share.hits()), number(share.of()),
                        number(Math.round(100 * share.low())), percent(share.high()))
                : say("share.none");
    }

    String index(SatisfactionFigures figures) {
        SatisfactionFigures.Mean mean = figures.index();
        return mean == null ? say("few") : number(Math.round(mean.value()));
    }

    String detail(SatisfactionFigures figures) {
        SatisfactionFigures.Mean mean = figures.index();
        return mean == null
                ? say("replies.few", number(figures.replies()), number(SatisfactionFigures.FEWEST))
                : say("replies", number(figures.replies()), number(Math.round(mean.low())),
                        number(Math.round(mean.high())));
    }

    /** Seconds as a wait is told. */
    String duration(long seconds) {
        return seconds < 120
                ? say("seconds", number(seconds))
                : say("minutes", number(Math.round(seconds / 60.0)));
    }

    /** A language's name, or what is said where it is none that is known. */
    public String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getLanguage().isEmpty() || tag.equals("und")
                ? say("language.unknown")
                : locale.getDisplayLanguage(SWEDISH);
    }

    String owner(String owner) {
        return owner.isEmpty() ? say("owner.none") : owner;
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(say("day"), SWEDISH));
    }

    String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern(say("month"), SWEDISH));
    }

    /** One day, or from when to when. */
    String period(Period period) {
        return period.days() == 1
                ? day(period.from())
                : say("period", day(period.from()), day(period.to()));
    }
}
