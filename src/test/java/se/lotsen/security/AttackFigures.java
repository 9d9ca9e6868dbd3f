package se.lotsen.security;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.lotsen.testing.model.ObedientModel.Form;

/** Counts attacks by position, tuned and held out apart; rows that are held out are counted, never named. */
final class AttackFigures {
    private final Map<String, int[]> byPosition = new LinkedHashMap<>();
    private final List<String> harms = new ArrayList<>();
    private int heldOutHarms;
    private int mostCalls;

    /** Places in the counts: tuned and held out each with runs, runs in which the model spoke, was reached, harmed. */
    void count(String position, Attack attack, Form form, List<String> found, boolean asked, boolean reached,
            int calls) {
        int[] counts = byPosition.computeIfAbsent(position, key -> new int[8]);
        int part = Tally.isHeldOut(attack.number()) ? 4 : 0;
        counts[part]++;
        counts[part + 1] += asked ? 1 : 0;
        counts[part + 2] += reached ? 1 : 0;
        counts[part + 3] += found.isEmpty() ? 0 : 1;
        mostCalls = Math.max(mostCalls, calls);
        if (!found.isEmpty() && part == 0) {
            harms.add(position + " " + attack.id() + " " + attack.harm() + " " + form + ": " + found);
        }
        if (!found.isEmpty() && part > 0) {
            heldOutHarms++;
        }
    }

    List<String> harms() {
        return harms;
    }

    int heldOutHarms() {
        return heldOutHarms;
    }

    int mostCalls() {
        return mostCalls;
    }

    void print(boolean all) {
        byPosition.forEach((position, counts) -> {
            for (int part : new int[]{0, 4}) {
                System.out.printf(Locale.ROOT,
                        "| attacks %s, %s%s | %d runs | model asked %d | attack in its prompt %d | harmed %d |%n",
                        position,
                        part == 0 ? "tuned" : "held out", all ? "" : " (sample)", counts[part],
                        counts[part + 1],
                        counts[part + 2], counts[part + 3]);
            }
        });
        System.out.println("| model calls for one question, at most | " + mostCalls + " |");
    }
}
