package se.lotsen.grounding;

import java.util.List;
import java.util.regex.Pattern;

/** Cuts a sentence where one main clause is joined to another. */
final class Clauses {
    private static final String SUBJECT = "(?:du|ni|vi|man|den|det|de|han|hon|kommunen)";
    private static final Pattern JOINT = Pattern.compile(",\\s+(?:och|men|samt|medan)\\s+"
            + "|\\s+(?:och|men)\\s+(?=" + SUBJECT + "\\s)"
            + "|,\\s+(?=\\p{L}+\\s+(?:ska|får|kan|måste|är|har)\\s)", Pattern.CASE_INSENSITIVE);
    private static final int LEAST = 2;

    private Clauses() {
    }

    /** At least two, each with something to say, or nothing. */
    static List<Reading> of(String sentence) {
        List<Reading> clauses = JOINT.splitAsStream(sentence).map(Reading::of).toList();
        boolean whole = clauses.size() > 1
                && clauses.stream().allMatch(clause -> clause.items().size() >= LEAST);
        return whole ? clauses : List.of();
    }
}
