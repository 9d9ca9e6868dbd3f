package se.lotsen.configuration;

import java.util.List;
import java.util.Locale;

/** A setting's name in the ways in which it is written. */
final class SettingName {
    static final String OURS = "lotsen.";
    private static final List<String> SECRETS = List.of("key", "secret", "password", "token");

    private SettingName() {
    }

    /** As an environment variable: {@code LOTSEN_STAFF_IDLE_TIME}. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("_$", "");
    }

    /** The same for every way of writing it; places in a list do not count. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]|[._]\\d+(?=[._]|$)", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether its value must not be shown. */
    static boolean isSecret(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return SECRETS.stream().anyMatch(last::contains) && !last.endsWith("-file");
    }
}
