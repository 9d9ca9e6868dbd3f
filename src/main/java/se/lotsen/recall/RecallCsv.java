package se.lotsen.recall;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/**
 * The conversations as a file for a spreadsheet: their ids, times and codes. Nothing that a citizen or an agent wrote is in it,
 * and no way to reach anybody.
 */
final class RecallCsv {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    /** Tells a spreadsheet that it is UTF-8. */
    private static final String MARK = "\uFEFF";
    private final MessageSource messages;
    private final ZoneId zone;

    RecallCsv(MessageSource messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    String of(List<Affected> affected) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(say("conversation"), say("answer"), say("at"), say("exact"), say("channel"),
                say("state"), say("openable"), say("contact")));
        affected.forEach(one -> one.uses().forEach(use -> rows.add(row(one, use))));
        return rows.stream().map(RecallCsv::line).collect(Collectors.joining("", MARK, ""));
    }

    private List<String> row(Affected one, Affected.Use use) {
        return List.of(one.conversation().toString(), Integer.toString(use.answer()),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", SWEDISH).format(use.at().atZone(zone)),
                yes(use.exact()), message("recall.channel." + one.reach().channel()),
                message("recall.state." + one.reach().state()), yes(one.openable()),
                message("recall.way." + one.contact()));
    }

    private String yes(boolean so) {
        return message(so ? "recall.yes" : "recall.no");
    }

    private String say(String column) {
        return message("recall.csv." + column);
    }

    private String message(String code) {
        return messages.getMessage(code, null, SWEDISH);
    }

    /** No cell begins with anything that a spreadsheet takes for a formula: they are ids, numbers, times and our own words. */
    private static String line(List<String> cells) {
        return cells.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(";", "", "\r\n"));
    }
}
