package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import se.lotsen.evaluation.FaithfulSentences.Row;
import se.lotsen.evaluation.Rewordings.Rewording;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Makes a faithful sentence false at one point: what {@link SentenceMutations} changes in sentences of the pages, and what a
 * model gets wrong besides: a "not" put in, another row's label, two values exchanged, another figure, a word's opposite.
 */
final class FaithfulFalsehoods {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
            | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:får|kan|ska|måste|är|har|kostar|gäller|behöver|betalar|ingår|går|kommer|finns|tar|blir|räknas|"
                    + "kräver|krävs|ringer|anmäler|söker|ansöker|lämnar|lämnas|öppnar|serveras|hämtas|skickar|bokar)\\b"
                    + "(?: (?:du|vi|det|den|kommunen|barnet|hushållet))?(?! inte| ingen| inget| inga)",
            FLAGS);
    private static final Pattern NEGATED = Pattern
            .compile("\\b(?:inte|ingen|inget|inga|aldrig|utan|bara|endast|ingenting|saknar)\\b", FLAGS);
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\d.,:–-])\\d{1,3}(?![\\p{L}\\d.,:–-])");
    private static final Map<String, Pattern> EXCHANGED = Map.of("amount",
            Pattern.compile("\\d[\\d ,]*(?= kronor)"), "time",
            Pattern.compile("\\d{1,2}\\.\\d{2}–\\d{1,2}\\.\\d{2}"), "date",
            Pattern.compile("\\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september"
                    + "|oktober|november|december)"),
            "weekday", Pattern.compile("(?:mån|tis|ons|tors|fre|lör|sön)dag(?=ar)"));
    private static final Map<String, String> OPPOSITES = opposites();

    private final SentenceMutations mutations;

    FaithfulFalsehoods(long seed) {
        this.mutations = new SentenceMutations(new Random(seed));
    }

    /** A false sentence and what was changed. */
    record Falsehood(String kind, String text) {
    }

    private static Map<String, String> opposites() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("utan", "med");
        words.put("innan", "efter");
        words.put("tillåten", "förbjuden");
        words.put("tillåtet", "förbjudet");
        words.put("tillåtna", "förbjudna");
        words.put("förbjudet", "tillåtet");
        words.put("förbjuden", "tillåten");
        words.put("förbjudna", "tillåtna");
        words.put("öppet", "stängt");
        words.put("öppen", "stängd");
        words.put("öppna", "stängda");
        words.put("stängt", "öppet");
        words.put("slipper", "måste");
        words.put("alltid", "aldrig");
        words.put("saknar", "har");
        words.put("gratis", "inte gratis");
        words.put("mer än", "mindre än");
        words.put("mindre än", "mer än");
        words.put("utom", "även");
        words.put("ingenting", "mycket");
        words.put("upp till", "minst");
        words.put("inom", "utanför");
        words.put("utanför", "inom");
        words.put("annars", "då");
        words.put("måste", "behöver inte");
        words.put("före", "efter");
        return words;
    }

    List<Falsehood> of(Row row) {
        List<Falsehood> made = new ArrayList<>();
        String text = row.sentence();
        mutations.of(new Rewording("faithful", row.passage(), text, text), row.page())
                .forEach(one -> made.add(
                        new Falsehood(one.kind() + ", " + one.origin().replace(SentenceMutations.REWORDED, ""),
                                one.text())));
        VERB.matcher(text).results().filter(verb -> !isNegated(text, verb))
                .forEach(verb -> made.add(new Falsehood("not put in", with(text, verb, verb.group() + " inte"))));
        FIGURE.matcher(text).results().forEach(figure -> made.add(new Falsehood("figure",
                with(text, figure, Integer.toString(Integer.parseInt(figure.group()) + 2)))));
        OPPOSITES.forEach((word, opposite) -> Pattern.compile("\\b" + word + "\\b", FLAGS).matcher(text).results()
                .forEach(found -> made.add(new Falsehood("opposite", with(text, found, opposite)))));
        exchanged(text, made);
        labels(row.passage(), text, made);
        return made;
    }

    private static boolean isNegated(String text, MatchResult verb) {
        int from = Math.max(0, text.lastIndexOf(',', verb.start()));
        int comma = text.indexOf(',', verb.end());
        return NEGATED.matcher(text.substring(from, comma < 0 ? text.length() : comma)).find();
    }

    private static String with(String text, MatchResult found, String by) {
        String word = Character.isUpperCase(found.group().charAt(0))
                ? Character.toUpperCase(by.charAt(0)) + by.substring(1)
                : by;
        return text.substring(0, found.start()) + word + text.substring(found.end());
    }

    /** The first two different values of a sort in each other's places. */
    private static void exchanged(String text, List<Falsehood> made) {
        EXCHANGED.forEach((kind, pattern) -> {
            List<MatchResult> values = pattern.matcher(text).results().toList();
            for (int at = 1; at < values.size(); at++) {
                MatchResult one = values.get(at - 1);
                MatchResult two = values.get(at);
                boolean span = text.substring(one.end(), two.start()).matches("[–, och]+|[–]| till ");
                if (!one.group().equals(two.group()) && !span) {
                    made.add(new Falsehood("exchanged, " + kind, text.substring(0, one.start()) + two.group()
                            + text.substring(one.end(), two.start()) + one.group() + text.substring(two.end())));
                }
            }
        });
    }

    /** The label of one row, or the head of one column, in the place of another's. */
    private static void labels(Passage passage, String text, List<Falsehood> made) {
        List<String> labels = passage.statements().stream().filter(one -> one.form() == Statement.Form.TABLE_ROW)
                .map(one -> one.text().split(" – |: ")[0]).distinct().toList();
        for (String label : labels) {
            MatchResult found = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(label) + "(?![\\p{L}\\d])", FLAGS)
                    .matcher(text).results().findFirst().orElse(null);
            for (String other : labels) {
                boolean same = label.equalsIgnoreCase(other)
                        || text.toLowerCase(Locale.ROOT).contains(other.toLowerCase(Locale.ROOT));
                if (found != null && !same && !sameCells(passage, label, other)) {
                    made.add(new Falsehood("another row", with(text, found, other.toLowerCase(Locale.ROOT))));
                }
            }
        }
    }

    private static boolean sameCells(Passage passage, String label, String other) {
        return cells(passage, label).equals(cells(passage, other));
    }

    private static String cells(Passage passage, String label) {
        return passage.statements().stream().map(Statement::text).filter(text -> text.startsWith(label))
                .findFirst().map(text -> text.substring(label.length())).orElse("");
    }
}
