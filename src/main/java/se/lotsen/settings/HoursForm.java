package se.lotsen.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A day, or some, on which queues are open otherwise. */
final class HoursForm {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private HoursForm() {
    }

    static Edited add(String yaml, Form form) {
        Map<String, String> faults = new HashMap<>();
        String from = form.text("fran");
        String to = form.text("till");
        if (!from.matches(DAY)) {
            faults.put("fran", "settings.fault.day");
        }
        if (!to.isEmpty() && (!to.matches(DAY) || to.compareTo(from) < 0)) {
            faults.put("till", "settings.fault.day-after");
        }
        if (form.all("ko").isEmpty()) {
            faults.put("ko", "settings.fault.queues");
        }
        if (form.text("anledning").isEmpty()) {
            faults.put("anledning", "settings.fault.reason");
        }
        boolean closed = form.text("hur").equals("stangt");
        if (!closed && !(form.text("oppnar").matches(TIME) && form.text("stanger").matches(TIME)
                && form.text("oppnar").compareTo(form.text("stanger")) < 0)) {
            faults.put("oppnar", "settings.fault.times");
        }
        return faults.isEmpty()
                ? Edited.of(YamlEdit.append(yaml, "exceptions", entry(form, closed)))
                : new Edited(yaml, faults);
    }

    private static List<String> entry(Form form, boolean closed) {
        List<String> lines = new ArrayList<>();
        lines.add("  - from: " + form.text("fran"));
        if (!form.text("till").isEmpty()) {
            lines.add("    to: " + form.text("till"));
        }
        lines.add("    queues: [" + String.join(", ", form.all("ko").stream().map(YamlEdit::quoted).toList())
                + "]");
        lines.add("    hours: " + (closed
                ? "closed"
                : hour(form.text("oppnar")) + "-" + hour(form.text("stanger"))));
        lines.add("    reason: " + YamlEdit.quoted(form.text("anledning").replace("\n", " ")));
        return lines;
    }

    /** As the file writes it: 08:00 is 8.00. */
    private static String hour(String typed) {
        return typed.replace(':', '.').replaceFirst("^0", "");
    }
}
