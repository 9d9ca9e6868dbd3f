package se.lotsen.settings;

import org.jspecify.annotations.Nullable;
import se.lotsen.archive.Draft;
import se.lotsen.archive.Revision;

/**
 * A file of the settings.
 *
 * @param served null where nothing is served of it
 * @param draft null where nobody is changing it
 */
public record SettingsRow(String file, @Nullable Revision served, @Nullable Draft draft) {

    /** Whether something was published after the draft was begun. */
    public boolean isOvertaken() {
        return draft != null && served != null && draft.basedOn() != served.number();
    }
}
