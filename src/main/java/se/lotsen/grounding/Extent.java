package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/**
 * How much a translation says, whatever it is: no more sentences than the Swedish one has, and hardly more letters.
 *
 * @param text without the terms in brackets
 * @param swedish the sentence that it stands for
 */
record Extent(String text, String language, String swedish) {
    private static final Properties RULES = Lexicon.load("rules");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern END = Pattern.compile("[.!?]+(?=\\s+[\\p{Lu}\\p{Lo}\\[\"]|\\s*$)");
    private static final Pattern LAST_FIGURE = Pattern.compile(".*\\d");
    private static final double SHORTEST = 0.45;
    /** What an ending, an article or a unit's name may add to the shortest sentence. */
    private static final int FEW = 8;

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        double longest = Double.parseDouble(RULES.getProperty("longest." + language, "1.5"));
        int length = length(text);
        if (length > longest * (length(swedish) + FEW) || length + FEW < SHORTEST * length(swedish)) {
            faults.add(new Fault(Kind.LENGTH, Integer.toString(length)));
        }
        int ends = ends(swedish);
        if (ends(text) > Math.max(1, ends)) {
            faults.add(new Fault(Kind.LENGTH, Integer.toString(ends(text))));
        }
        // A row of a table has no end of its own: what comes behind its last figure is a unit at most.
        if (ends == 0 && tail(swedish) >= 0 && tail(text) > longest * tail(swedish) + FEW) {
            faults.add(new Fault(Kind.LENGTH, Integer.toString(tail(text))));
        }
        return faults;
    }

    private static int length(String text) {
        return ADDRESS.matcher(text).replaceAll("").length();
    }

    private static int ends(String text) {
        return (int) END.matcher(text).results().count();
    }

    /** The length of what follows the last figure; -1 where there is none. */
    private static int tail(String text) {
        Matcher figure = LAST_FIGURE.matcher(text);
        return figure.lookingAt() ? text.length() - figure.end() : -1;
    }
}
