package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.lotsen.evaluation.Rewordings.Rewording;
import se.lotsen.evaluation.SentenceMutations.Mutation;
import se.lotsen.grounding.GroundingCheck;
import se.lotsen.knowledge.Library;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Measures the grounding check on the pages themselves: sentences made false at one point must be caught, quotations and
 * faithful rewordings must pass.
 */
public final class GroundingEvaluation {
    /** Of rewordings, which must be enough for a narrow interval and even over the ways. */
    static final int REWORDINGS = 1000;
    /** Ways after which a sentence no longer looks like the statement that it says. */
    private static final Set<String> HARD = Set.of("row", "list", "reordered", "shortened");

    private GroundingEvaluation() {
    }

    /**
     * @param seed of every choice
     * @param caught mutations found to be false, by kind and origin, and over all
     * @param falseAlarms true sentences found to be false, by how they were made, and over all
     * @param missed the mutations that passed
     * @param alarmed the true sentences that did not
     */
    public record Figures(long seed, Map<String, BinomialInterval> caught,
            Map<String, BinomialInterval> falseAlarms, List<String> missed, List<String> alarmed) {

        /** For {@code --json}. */
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("seed", seed);
            json.put("caught", json(caught));
            json.put("falseAlarms", json(falseAlarms));
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

    /** @param most at most so many mutations, drawn by the seed; rewordings in proportion, at most {@value #REWORDINGS} */
    public static Figures run(Library library, long seed, int most) {
        Random random = new Random(seed);
        SentenceMutations making = new SentenceMutations(random);
        Rewordings rewording = new Rewordings(random);
        List<Mutation> mutations = new ArrayList<>();
        List<Rewording> rewordings = new ArrayList<>();
        List<Rewording> extracts = new ArrayList<>();
        for (Page page : library.pages().values()) {
            mutations.addAll(making.of(page));
            page.passages().forEach(passage -> {
                List<Rewording> here = rewording.of(passage);
                rewordings.addAll(here);
                here.stream().filter(reworded -> HARD.contains(reworded.way()))
                        .forEach(reworded -> mutations.addAll(making.of(reworded, page)));
                extracts.addAll(extracts(passage));
            });
        }
        Collections.shuffle(mutations, random);
        Collections.shuffle(rewordings, random);

        int rewordingsWanted = (int) Math.min(REWORDINGS,
                Math.max(100, (long) most * REWORDINGS / mutations.size()));
        return measured(seed, first(mutations, most), first(evenly(rewordings), rewordingsWanted), extracts);
    }

    /** One of each way in turn, so that the many ways of one sort do not drown the rest. */
    private static List<Rewording> evenly(List<Rewording> drawn) {
        Map<String, Integer> turns = new TreeMap<>();
        Map<Rewording, Integer> turn = new IdentityHashMap<>();
        drawn.forEach(one -> turn.put(one, turns.merge(one.way(), 1, Integer::sum)));
        return drawn.stream().sorted(Comparator.comparingInt(turn::get)).toList();
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** Every statement by itself, and every two that stand together as one text. */
    private static List<Rewording> extracts(Passage passage) {
        List<Rewording> extracts = new ArrayList<>();
        List<Statement> statements = passage.statements();
        for (int at = 0; at < statements.size(); at++) {
            String text = statements.get(at).text();
            extracts.add(new Rewording("extract", passage, text, text));
            if (at > 0 && Character.isUpperCase(text.charAt(0))) {
                String before = statements.get(at - 1).text();
                String two = before + (before.matches(".*[.:?!]") ? " " : ". ") + text;
                extracts.add(new Rewording("two extracts as one", passage, two, two));
            }
        }
        return extracts;
    }

    private static Figures measured(long seed, List<Mutation> mutations, List<Rewording> rewordings,
            List<Rewording> extracts) {
        GroundingCheck check = new GroundingCheck();
        Tally caught = new Tally();
        List<String> missed = new ArrayList<>();
        for (Mutation mutation : mutations) {
            boolean found = !check.check(mutation.text(), List.of(mutation.cited())).holds();
            caught.add(mutation.kind() + ", " + mutation.origin(), found);
            if (!mutation.origin().startsWith(SentenceMutations.REWORDED)) {
                caught.add(mutation.kind(), found);
            }
            caught.add(mutation.origin().startsWith(SentenceMutations.REWORDED) ? "all reworded" : "all",
                    found);
            if (!found) {
                missed.add(mutation.kind() + " (" + mutation.origin() + ", " + mutation.cited().id() + "): "
                        + mutation.text());
            }
        }
        Tally alarms = new Tally();
        List<String> alarmed = new ArrayList<>();
        alarms(check, "untouched", extracts, alarms, alarmed, way -> true);
        alarms(check, "reworded", rewordings, alarms, alarmed, way -> true);
        return new Figures(seed, caught.figures(), alarms.figures(), missed, alarmed);
    }

    private static void alarms(GroundingCheck check, String all, List<Rewording> texts, Tally tally,
            List<String> alarmed, Predicate<String> counted) {
        for (Rewording text : texts) {
            var grounding = check.check(text.text(), List.of(text.cited()));
            tally.add(all, !grounding.holds());
            tally.add(all + ", " + text.way(), !grounding.holds());
            if (!grounding.holds() && counted.test(text.way())) {
                alarmed.add(text.way() + " (" + text.cited().id() + ") " + grounding.faults() + ": "
                        + text.text());
            }
        }
    }

    private static final class Tally {
        private final Map<String, int[]> counts = new TreeMap<>();

        void add(String name, boolean hit) {
            int[] count = counts.computeIfAbsent(name, key -> new int[2]);
            count[0] += hit ? 1 : 0;
            count[1]++;
        }

        Map<String, BinomialInterval> figures() {
            Map<String, BinomialInterval> figures = new LinkedHashMap<>();
            counts.forEach((name, count) -> figures.put(name, BinomialInterval.of(count[0], count[1])));
            return figures;
        }
    }
}
