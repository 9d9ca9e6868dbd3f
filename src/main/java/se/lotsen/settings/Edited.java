package se.lotsen.settings;

import java.util.Map;

/**
 * What a form makes of a file's text.
 *
 * @param text as it was when there are faults
 * @param faults the code of what is wrong, by field
 */
record Edited(String text, Map<String, String> faults) {
    static Edited of(String text) {
        return new Edited(text, Map.of());
    }
}
