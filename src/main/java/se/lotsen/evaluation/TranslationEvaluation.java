package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import se.lotsen.evaluation.TranslationLies.Lie;
import se.lotsen.grounding.Grounding;
import se.lotsen.grounding.TranslationCheck;
import se.lotsen.knowledge.Library;

/** Measures the check of translations: faithful ones must hold, and what is made false at one point must be caught. */
public final class TranslationEvaluation {
    private static final String HELD_OUT = ", held out";

    private TranslationEvaluation() {
    }

    /**
     * The pairs' held-out third is counted apart, and nothing of it is shown.
     *
     * @param seed of every choice
     * @param released faithful translations that are shown, by language
     * @param held faithful translations in which nothing was found, by language
     * @param caught falsified translations that are not shown, by what was done to them
     * @param missed the falsified ones that would be shown
     * @param alarmed the faithful ones in which something was found
     */
    public record Figures(long seed, Map<String, BinomialInterval> held,
            Map<String, BinomialInterval> released,
            Map<String, BinomialInterval> caught, List<String> missed, List<String> alarmed) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("seed", seed);
            json.put("held", json(held));
            json.put("released", json(released));
            json.put("caught", json(caught));
            json.put("missed", missed);
            json.put("alarmed", alarmed);
            return json;
        }

        private static Map<String, Object> json(Map<String, BinomialInterval> figures) {
            Map<String, Object> json = new LinkedHashMap<>();
            figures.forEach((name, figure) -> json.put(name, figure.json()));
            return json;
        }
    }

    /** @param library whose names count as names */
    public static Figures run(Library library, Path file, long seed) {
        TranslationCheck check = new TranslationCheck(library);
        List<TranslationPair> pairs = TranslationPair.read(file);
        TranslationLies lying = new TranslationLies(new Random(seed));
        Tally held = new Tally();
        Tally released = new Tally();
        Tally caught = new Tally();
        List<String> missed = new ArrayList<>();
        List<String> alarmed = new ArrayList<>();
        for (TranslationPair pair : pairs) {
            String part = pair.isHeldOut() ? HELD_OUT : "";
            Grounding found = check.check(pair.translation(), pair.language(), pair.swedish());
            held.add(pair.language(), part, found.holds());
            released.add(pair.language(), part, isShown(check, pair, pair.translation()));
            if (!found.holds() && part.isEmpty()) {
                alarmed.add(pair.id() + " " + found.faults() + ": " + pair.translation());
            }
            for (Lie lie : lying.of(pair, pairs)) {
                boolean shown = isShown(check, pair, lie.text());
                boolean hardest = lie.kind().equals(TranslationLies.WITH_TERM);
                caught.add(lie.kind(), part, !shown, !hardest);
                if (shown && part.isEmpty() && !hardest) {
                    missed.add(lie.kind() + " " + pair.id() + ": " + lie.text() + " | " + pair.swedish());
                }
            }
        }
        return new Figures(seed, held.figures(), released.figures(), caught.figures(), missed, alarmed);
    }

    private static boolean isShown(TranslationCheck check, TranslationPair pair, String text) {
        return check.check(text, pair.language(), pair.swedish()).holds()
                && check.isAnchored(text, pair.language(), pair.swedish());
    }

    private static final class Tally {
        private final Map<String, int[]> counts = new TreeMap<>();

        void add(String name, String part, boolean hit) {
            add(name, part, hit, true);
        }

        void add(String name, String part, boolean hit, boolean inAll) {
            for (String row : inAll ? List.of(name + part, "all" + part) : List.of(name + part)) {
                int[] count = counts.computeIfAbsent(row, key -> new int[2]);
                count[0] += hit ? 1 : 0;
                count[1]++;
            }
        }

        Map<String, BinomialInterval> figures() {
            Map<String, BinomialInterval> figures = new LinkedHashMap<>();
            counts.forEach((name, count) -> figures.put(name, BinomialInterval.of(count[0], count[1])));
            return figures;
        }
    }
}
