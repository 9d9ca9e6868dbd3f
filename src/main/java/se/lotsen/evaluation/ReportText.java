package se.lotsen.evaluation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and numbers of reports, in Swedish. */
final class ReportText {
    private static final Locale SWEDISH = Locale.of("sv");
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("se.lotsen.evaluation.report",
            SWEDISH);

    private ReportText() {
    }

    static String of(String key, Object... arguments) {
        return new MessageFormat(TEXTS.getString(key).replace("'", "''"), SWEDISH).format(arguments);
    }

    /** The name of a figure; one that has none in the file keeps its own. */
    static String figure(String name) {
        return TEXTS.containsKey("figure." + name) ? TEXTS.getString("figure." + name) : name;
    }

    /** Kinds by their contract names, joined by {@code |}, as editors call them. */
    static String kinds(String names) {
        StringBuilder text = new StringBuilder();
        for (String name : names.split("\\|")) {
            text.append(text.isEmpty() ? "" : " / ").append(TEXTS.getString("kind." + name));
        }
        return text.toString();
    }

    /** A share such as 87,5 %. */
    static String percent(double share) {
        return String.format(SWEDISH, "%.1f %%", 100 * share);
    }

    static String interval(Bootstrap.Interval figure) {
        return percent(figure.low()) + " – " + percent(figure.high());
    }

    /** A number with one decimal. */
    static String number(double value) {
        return String.format(SWEDISH, "%.1f", value);
    }
}
