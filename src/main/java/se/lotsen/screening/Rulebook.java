package se.lotsen.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules in their order, found by what has been seen in a question and never by trying all their patterns. */
final class Rulebook {
    private static final List<PolicyLanguage> LANGUAGES = List.of(PolicyLanguage.values());

    private final List<Rule> rules;
    /** By the symbol of the first phrase, which no other pattern has. */
    private final Map<Integer, Entry> byFirst = new HashMap<>();

    /** @param rule its place among the rules */
    private record Entry(int rule, Rule.Match match) {
    }

    /** @param rules by action and then in the files' order */
    Rulebook(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        for (int i = 0; i < rules.size(); i++) {
            for (Rule.Match match : rules.get(i).match()) {
                byFirst.put(match.phrases().get(0), new Entry(i, match));
            }
        }
    }

    /**
     * The rules that a question meets, in their order.
     *
     * @param all what stands in the question
     * @param grave what of that emergency rules may see
     * @param words of the question
     */
    List<Policies.Met> met(Sightings all, Sightings grave, int words) {
        int[] inAll = languages(all);
        int[] inGrave = grave == all ? inAll : languages(grave);
        List<Policies.Met> met = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            boolean emergency = rule.action() == ScreeningAction.EMERGENCY
                    || rule.action() == ScreeningAction.THREAT;
            int languages = emergency ? inGrave[i] : inAll[i];
            if (languages != 0 && rule.unless().stream().noneMatch(match -> match.isIn(all))
                    && (!rule.whole() || covers(rule, emergency ? grave : all, words))) {
                met.add(new Policies.Met(rule, LANGUAGES.stream()
                        .filter(language -> (languages & 1 << language.ordinal()) != 0).toList()));
            }
        }
        return met;
    }

    /** By rule, a bit for each language of the patterns that have been seen. */
    private int[] languages(Sightings seen) {
        int[] languages = new int[rules.size()];
        for (int i = 0; i < seen.symbols(); i++) {
            Entry entry = byFirst.get(seen.symbol(i));
            if (entry != null && entry.match().isIn(seen)) {
                languages[entry.rule()] |= 1 << entry.match().language().ordinal();
            }
        }
        return languages;
    }

    private static boolean covers(Rule rule, Sightings seen, int words) {
        Map<Integer, BitSet> steps = new HashMap<>();
        rule.match().forEach(match -> match.phrases().forEach(phrase -> {
            for (int at = seen.of(phrase); at != Sightings.NONE; at = seen.next(at)) {
                steps.computeIfAbsent(seen.start(at), key -> new BitSet()).set(seen.end(at));
            }
        }));
        BitSet reached = new BitSet();
        reached.set(0);
        for (int at = 0; at < words; at++) {
            BitSet next = steps.get(at);
            if (reached.get(at) && next != null) {
                reached.or(next);
            }
        }
        return reached.get(words);
    }
}
