package se.lotsen.settings;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The notice as fields; the file is written anew each time. */
final class NoticeForm {
    /** Languages that have words for it, Swedish first. */
    static final List<String> LANGUAGES = List.of("sv", "en", "fi", "ar", "so");
    /** The longest text, in characters: it stands above everything else. */
    static final int LONGEST = 300;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    private NoticeForm() {
    }

    /** The fields of a file's text; an unreadable one has none. */
    static Map<String, String> fields(String yaml) {
        Map<String, String> fields = new HashMap<>();
        try {
            LANGUAGES.forEach(language -> fields.put("text." + language,
                    YamlEdit.text(yaml, "text." + language)));
            put(fields, "fran", YamlEdit.text(yaml, "from"));
            put(fields, "till", YamlEdit.text(yaml, "until"));
            fields.put("niva", YamlEdit.text(yaml, "level"));
        } catch (YamlEdit.NotPossible e) {
            fields.clear();
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String moment) {
        fields.put(name, moment.length() >= 10 ? moment.substring(0, 10) : "");
        fields.put(name + "-tid", moment.length() > 11 ? moment.substring(11).replace('.', ':') : "");
    }

    static Edited apply(String yaml, Form form) {
        Map<String, String> faults = new HashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String text = form.text("text." + language).replace("\n", " ");
            if (text.length() > LONGEST) {
                faults.put("text." + language, "settings.fault.long");
            } else if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        if (!texts.containsKey("sv") && !faults.containsKey("text.sv")) {
            faults.put("text.sv", "settings.fault.swedish");
        }
        String from = moment(form, "fran", faults);
        String until = moment(form, "till", faults);
        if (until.isEmpty()) {
            faults.putIfAbsent("till", "settings.fault.end");
        } else if (from.compareTo(until) > 0 || from.length() > 10 && from.equals(until)) {
            faults.putIfAbsent("till", "settings.fault.day-after");
        }
        return faults.isEmpty()
                ? Edited.of(yaml(texts, from, until, form.text("niva").equals("warning")))
                : new Edited(yaml, faults);
    }

    private static String moment(Form form, String name, Map<String, String> faults) {
        String day = form.text(name);
        String time = form.text(name + "-tid");
        if (day.isEmpty() && time.isEmpty()) {
            return "";
        }
        if (!day.matches(DAY) || !time.isEmpty() && !time.matches(TIME)) {
            faults.put(name, "settings.fault.day");
            return "";
        }
        return time.isEmpty() ? day : day + " " + time.replace(':', '.');
    }

    private static String yaml(Map<String, String> texts, String from, String until, boolean warning) {
        StringBuilder yaml = new StringBuilder("text:\n");
        texts.forEach((language, text) -> yaml.append("  ").append(language).append(": ")
                .append(YamlEdit.quoted(text)).append('\n'));
        if (!from.isEmpty()) {
            yaml.append("from: ").append(YamlEdit.quoted(from)).append('\n');
        }
        return yaml.append("until: ").append(YamlEdit.quoted(until)).append('\n')
                .append("level: ").append(warning ? "warning" : "info").append('\n').toString();
    }
}
