package se.lotsen.grounding;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import se.lotsen.grounding.DateNote.Relation;
import se.lotsen.handover.NamedDay;

/** The Swedish sentences of {@code messages_sv.properties}. */
final class DateWording {
    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private final ResourceBundle texts = ResourceBundle.getBundle("se.lotsen.grounding.messages",
            Locale.of("sv"));

    private String form(String form, LocalDate date) {
        return DateTimeFormatter.ofPattern(texts.getString("form." + form), SWEDISH).format(date);
    }

    private String text(String code, Object... arguments) {
        return MessageFormat.format(texts.getString("note." + code), arguments);
    }

    String today(LocalDate today) {
        return text("today", form("today", today));
    }

    /** The calendar's name of the day as it is said in a sentence. */
    String name(NamedDay day) {
        return TimeWords.names(day).getFirst();
    }

    DateNote note(LocalDate date, Relation relation) {
        return new DateNote(date, relation, switch (relation) {
            case PASSED, ONGOING -> text("passed", form("date-with-year", date));
            case TODAY -> text("is-today", form("date", date));
            case TOMORROW -> text("is-tomorrow", form("date", date));
        });
    }

    DateNote ongoing(LocalDate from, LocalDate to) {
        boolean sameYear = from.getYear() == to.getYear();
        return new DateNote(to, Relation.ONGOING, text("ongoing",
                form(sameYear ? "date" : "date-with-year", from), form("date-with-year", to)));
    }

    DateNote monthPassed(LocalDate last) {
        String month = form("month", last);
        return new DateNote(last, Relation.PASSED,
                text("month-passed", Character.toUpperCase(month.charAt(0)) + month.substring(1)));
    }
}
