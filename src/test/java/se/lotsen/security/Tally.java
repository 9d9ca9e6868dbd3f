package se.lotsen.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Counts runs, the tuned part and the held-out part (every row whose number leaves 1 when divided by 3) apart; what it
 * keeps of single rows is of the tuned part alone.
 */
final class Tally {
    private final int[] all = new int[2];
    private final int[] met = new int[2];
    private final List<String> notes = new ArrayList<>();

    static boolean isHeldOut(int number) {
        return number % 3 == 1;
    }

    /** @param note kept where the row is not held out and has not met the claim */
    void count(int number, boolean meets, String note) {
        int part = isHeldOut(number) ? 1 : 0;
        all[part]++;
        if (meets) {
            met[part]++;
        } else if (part == 0) {
            notes.add(note);
        }
    }

    int all() {
        return all[0] + all[1];
    }

    int missed() {
        return all() - met[0] - met[1];
    }

    double share(boolean heldOut) {
        int part = heldOut ? 1 : 0;
        return all[part] == 0 ? 1 : met[part] / (double) all[part];
    }

    List<String> notes() {
        return notes;
    }

    /** One line of a table. */
    String row(String name) {
        return String.format(Locale.ROOT, "| %s | %d/%d = %.1f %% | %d/%d = %.1f %% |", name, met[0], all[0],
                100 * share(false), met[1], all[1], 100 * share(true));
    }
}
