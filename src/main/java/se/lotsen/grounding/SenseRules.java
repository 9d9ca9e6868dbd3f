package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/** Which limits, duties and opposites of a sentence its translation must keep, from {@code translation/rules.properties}. */
final class SenseRules {
    private final Map<String, List<String>> kept = new HashMap<>();
    private final Map<String, List<String>> licensed = new HashMap<>();
    private final List<String[]> opposites = new ArrayList<>();
    private final Map<String, Kind> kinds = new HashMap<>();

    SenseRules() {
        Properties rules = Lexicon.load("rules");
        rules.stringPropertyNames().forEach(name -> {
            String head = name.substring(0, (name + ".").indexOf('.'));
            String sense = name.substring(Math.min(name.length(), head.length() + 1));
            List<String> list = List.of(rules.getProperty(name).split(","));
            switch (head) {
                case "kept" -> kept.put(sense, list);
                case "licensed" -> licensed.put(sense, list);
                case "opposites" -> list.forEach(pair -> opposites.add(pair.split("\\|")));
                case "longest" -> {
                    // Read where lengths are compared.
                }
                case "faults" -> list.forEach(one -> kinds.put(one, Kind.valueOf(sense)));
                default -> throw new IllegalStateException("no such rule: " + name);
            }
        });
    }

    void check(Claims swedish, Claims translation, Consumer<Fault> faults) {
        kept.forEach((sense, any) -> {
            if (swedish.insistsOn(sense) && any.stream().noneMatch(translation::has)) {
                faults.accept(fault(sense));
            }
        });
        licensed.forEach((sense, any) -> {
            if (translation.insistsOn(sense) && any.stream().noneMatch(swedish::has)) {
                faults.accept(fault(sense));
            }
        });
        for (String[] pair : opposites) {
            if (swedish.has(pair[0]) && !swedish.has(pair[1]) && translation.insistsOn(pair[1])
                    && !translation.has(pair[0])) {
                faults.accept(fault(pair[0]));
            }
        }
        negations(swedish, translation, faults);
    }

    private Fault fault(String sense) {
        return new Fault(kinds.getOrDefault(sense, Kind.NEGATION), sense);
    }

    /** As many negations on both sides; of several in a row a translation may keep one. */
    private static void negations(Claims swedish, Claims translation, Consumer<Fault> faults) {
        boolean more = translation.negations() > swedish.mostNegations();
        int least = swedish.negations() > 2 ? 1 : swedish.negations();
        if (more || translation.mostNegations() < least) {
            faults.accept(new Fault(Kind.NEGATION, translation.negations() + " / " + swedish.negations()));
        }
    }
}
