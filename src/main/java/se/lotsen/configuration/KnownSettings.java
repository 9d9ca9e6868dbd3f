package se.lotsen.configuration;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The settings that something has asked for. */
final class KnownSettings {
    /** Those that are read one by one and not as part of a record; the last one is the start script's. */
    private static final Set<String> ALONE = Set.of("lotsen.data-dir", "lotsen.prompts.dir",
            "lotsen.languages",
            "lotsen.java-opts");
    /** So many letters may be wrong for a name to be taken for a slip of another one. */
    private static final int SLIPS = 3;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    KnownSettings() {
        ALONE.forEach(name -> add(name, false));
        // One for each class of records: read one by one, too.
        add("lotsen.records.retention", true);
    }

    /** @param map whether any name may follow */
    void add(String name, boolean map) {
        names.put(SettingName.plain(name), name);
        if (map) {
            open.add(SettingName.plain(name));
        }
    }

    boolean has(String name) {
        return names.containsKey(SettingName.plain(name))
                || Pattern.compile("\\.").matcher(name).results().map(dot -> name.substring(0, dot.start()))
                        .anyMatch(before -> open.contains(SettingName.plain(before)));
    }

    /** The name that was probably meant. */
    Optional<String> nearest(String name) {
        String plain = SettingName.plain(name);
        return names.entrySet().stream().filter(known -> !isBeginning(known.getValue()))
                .min(Comparator.<Map.Entry<String, String>>comparingInt(known -> slips(plain, known.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .filter(known -> slips(plain, known.getKey()) <= SLIPS).map(Map.Entry::getValue);
    }

    private boolean isBeginning(String name) {
        return names.values().stream().anyMatch(other -> other.startsWith(name + "."));
    }

    /** Letters to add, leave out or change (Levenshtein). */
    private static int slips(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
