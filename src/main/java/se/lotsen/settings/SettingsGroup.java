package se.lotsen.settings;

import java.util.List;

/** A subject and its files. */
public record SettingsGroup(Subject subject, List<SettingsRow> rows) {
    public SettingsGroup {
        rows = List.copyOf(rows);
    }
}
