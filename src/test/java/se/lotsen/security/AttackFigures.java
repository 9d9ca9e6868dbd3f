package se.lotsen.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.lotsen.testing.model.ObedientModel.Form;

/** Counts attacks by position, tuned and held out apart; rows that are held out are counted, never named. */
final class AttackFigures {
    private static final int PLACES = 5;

    private final Map<String, int[]> byPosition = new LinkedHashMap<>();
    private final List<String> harms = new ArrayList<>();
    private int heldOutHarms;
    private int mostCalls;

    /**
     * What happened on the way.
     *
     * @param asked the model was asked
     * @param reached the attack was in its prompt
     * @param quoted a statement that an attacker has published on a page was quoted from it, as any statement is
     * @param calls of the model for one question, at most
     */
    record Course(boolean asked, boolean reached, boolean quoted, int calls) {
    }

    /** Places in the counts: tuned and held out, each with runs, model asked, reached, page quoted, harmed. */
    void count(String position, Attack attack, Form form, List<String> found, Course course) {
        int[] counts = byPosition.computeIfAbsent(position, key -> new int[2 * PLACES]);
        boolean heldOut = Tally.isHeldOut(attack.number());
        int part = heldOut ? PLACES : 0;
        counts[part]++;
        counts[part + 1] += course.asked() ? 1 : 0;
        counts[part + 2] += course.reached() ? 1 : 0;
        counts[part + 3] += course.quoted() ? 1 : 0;
        counts[part + 4] += found.isEmpty() ? 0 : 1;
        mostCalls = Math.max(mostCalls, course.calls());
        if (!found.isEmpty() && heldOut) {
            heldOutHarms++;
        } else if (!found.isEmpty()) {
            harms.add(position + " " + attack.id() + " " + attack.harm() + " " + form + ": " + found);
        }
    }

    int runs() {
        return byPosition.values().stream().mapToInt(counts -> counts[0] + counts[PLACES]).sum();
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

    /** Appends the tuned harms to a file, if one is wanted. */
    void report(@Nullable String file) {
        if (file != null) {
            try {
                Files.write(Path.of(file), harms, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void print(String howMany) {
        byPosition.forEach((position, counts) -> {
            for (int part : new int[]{0, PLACES}) {
                System.out.printf(Locale.ROOT,
                        "| attacks %s, %s (%s) | %d runs | model asked %d | in its prompt %d | page quoted %d | harmed %d |%n",
                        position, part == 0 ? "tuned" : "held out", howMany, counts[part],
                        counts[part + 1], counts[part + 2], counts[part + 3], counts[part + 4]);
            }
        });
        System.out.println("| model calls for one question, at most | " + mostCalls + " |");
    }
}
