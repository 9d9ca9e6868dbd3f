package se.lotsen.radar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import se.lotsen.spreadsheet.Spreadsheet;
import se.lotsen.inspection.Fault;
import se.lotsen.inspection.Place;

/**
 * The list as a file for a spreadsheet. It names pages and departments, and nobody: neither who asked, nor who has put a
 * fault aside and why.
 */
final class RadarCsv {
    private static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final List<String> HEADS = List.of("kind", "severity", "page", "sentence", "owner",
            "other",
            "other-sentence", "other-owner", "detail", "since", "met", "rank", "state");
    private final MessageSource messages;
    private final WeeklyText text;

    RadarCsv(MessageSource messages, WeeklyText text) {
        this.messages = messages;
        this.text = text;
    }

    String of(List<Report.Entry> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADS.stream().map(head -> say("radar.csv." + head)).toList());
        entries.forEach(entry -> rows.add(row(entry)));
        return Spreadsheet.csv(rows);
    }

    private List<String> row(Report.Entry entry) {
        Fault fault = entry.fault();
        Place second = fault.second();
        return List.of(say("radar.kind." + fault.kind()), say("radar.severity." + fault.severity()),
                fault.first().page(), fault.first().sentence(), fault.first().owner(),
                second == null ? "" : second.page(), second == null ? "" : second.sentence(),
                second == null ? "" : second.owner(), text.detail(fault), entry.since().toString(),
                Integer.toString(entry.met()), Long.toString(entry.rank()),
                say(entry.isOpen() ? "radar.state.OPEN" : "radar.state.DISMISSED"));
    }

    private String say(String key) {
        return messages.getMessage(key, null, SWEDISH);
    }
}
