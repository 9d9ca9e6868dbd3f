package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.evaluation.Rewordings.Rewording;
import se.lotsen.knowledge.Page;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;

/**
 * Turns true sentences of a page into false ones by changing one value: into one that the page does not hold, into another
 * one of the same passage, and into another one of the page. It reads values by its own patterns, not by those of the room
 * that it tests.
 */
final class SentenceMutations {
    private static final Map<String, Pattern> VALUES = values();
    private static final Map<String, List<String>> TURNED = turned();

    static final String REWORDED = "reworded and ";
    private static final int ONE_LINK_IN = 8;
    private static final Pattern TIMES = Pattern.compile("\\d{1,2}\\.\\d{2}");

    private final Random random;

    SentenceMutations(Random random) {
        this.random = random;
    }

    /**
     * A false sentence.
     *
     * @param kind which sort of value was changed
     * @param origin where the new value comes from: {@code invented}, {@code passage} or {@code page}
     */
    record Mutation(String kind, String origin, Passage cited, String original, String text) {
    }

    private static Map<String, Pattern> values() {
        Map<String, Pattern> values = new LinkedHashMap<>();
        values.put("phone", word("0\\d{1,3}-\\d{2,3} \\d{2} \\d{2}|114 14|112|113 13|1177"));
        values.put("amount", word("\\d{1,3}(?: \\d{3})+(?:,\\d+)?(?= kronor)|\\d+(?:,\\d+)?(?= kronor)"));
        values.put("time", word("\\d{1,2}\\.\\d{2}(?!\\d| kr)"));
        values.put("date",
                word("\\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
                        + "|november|december)(?: 20\\d\\d)?"));
        values.put("weekday",
                word("måndag–(?:torsdag|fredag|lördag)|(?:mån|tis|ons|tors|fre|lör|sön)dag(?!s|–)"));
        values.put("number",
                word("(?:(?<![,.–-])\\d+(?!,)|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv)(?= (?:arbets|kalender|var)?"
                        + "(?:dagar|veckor|månader|år|timmar|minuter|dygn|meter|kvadratmeter|kubikmeter|procent|liter|kilo"
                        + "|ton|gånger|personer|medlemmar|kilometer|terminer)\\b)"));
        values.put("unit", word("(?<=\\d )(?:dagar|veckor|månader|år|timmar|minuter|dygn|meter|kvadratmeter"
                + "|procent|liter|kilo|ton|kubikmeter)|(?<=(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio) )(?:dagar|"
                + "veckor|månader|år|timmar|arbetsdagar|vardagar)|(?<=kronor )(?:per|i|om) (?:månaden|månad|år|dygn"
                + "|timmen|säsong|termin|dag|året|vecka|gång)"));
        values.put("link", word("(?:www\\.)?[a-z-]+\\.example|[a-z]+@[a-z]+\\.example"));
        values.put("place",
                Pattern.compile("(?<![\\p{L}-])(?:Lindåkra|Hamnvik|Stensbro|Rosdal|Ulvhult)(?![\\p{L}-])"
                        + "|\\b[A-ZÅÄÖ]\\p{L}+(?:gatan|vägen) \\d+"));
        values.put("negation", word("inte|aldrig|ingen|inget|inga|utom"));
        values.put("modality", word("måste|ska|får|kan|bör|behöver"));
        values.put("quantifier", word("högst|minst|senast|tidigast|endast|bara|varje|alla|före|efter"));
        return values;
    }

    private static Pattern word(String pattern) {
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + pattern + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE
                | Pattern.UNICODE_CASE);
    }

    /** What a word of the language may be turned into so that the sentence says something else. */
    private static Map<String, List<String>> turned() {
        Map<String, List<String>> turned = new LinkedHashMap<>();
        turned.put("inte", List.of("", "alltid"));
        turned.put("aldrig", List.of("", "alltid"));
        turned.put("ingen", List.of("en", "någon"));
        turned.put("inget", List.of("ett", "något"));
        turned.put("inga", List.of("", "alla"));
        turned.put("utom", List.of("även", "och"));
        turned.put("måste", List.of("får", "kan", "bör", "behöver inte"));
        turned.put("ska", List.of("kan", "får", "bör", "ska inte"));
        turned.put("får", List.of("måste", "får inte", "bör"));
        turned.put("kan", List.of("måste", "kan inte", "ska"));
        turned.put("bör", List.of("måste", "ska", "bör inte"));
        turned.put("behöver", List.of("får", "bör", "kan"));
        turned.put("högst", List.of("minst", "", "mer än"));
        turned.put("minst", List.of("högst", "", "mindre än"));
        turned.put("senast", List.of("tidigast", "efter"));
        turned.put("tidigast", List.of("senast", "före"));
        turned.put("endast", List.of("", "även", "inte bara"));
        turned.put("bara", List.of("även", "inte bara"));
        turned.put("varje", List.of("någon", "vissa"));
        turned.put("alla", List.of("vissa", "inte alla"));
        turned.put("före", List.of("efter"));
        turned.put("efter", List.of("före"));
        return turned;
    }

    /** Every mutation of every value of every statement of the page. */
    List<Mutation> of(Page page) {
        List<Mutation> mutations = new ArrayList<>();
        for (Passage passage : page.passages()) {
            for (Statement statement : passage.statements()) {
                mutate(statement.text(), passage, page, "", mutations);
                if (random.nextInt(ONE_LINK_IN) == 0) {
                    mutations.add(withLink(passage, statement));
                }
            }
        }
        return mutations;
    }

    /** The same of a sentence in other words: nothing of it can be recognised by its wording alone. */
    List<Mutation> of(Rewording reworded, Page page) {
        List<Mutation> mutations = new ArrayList<>();
        mutate(reworded.text(), reworded.cited(), page, REWORDED, mutations);
        return mutations;
    }

    private void mutate(String text, Passage passage, Page page, String origin, List<Mutation> mutations) {
        VALUES.forEach((kind, pattern) -> pattern.matcher(text).results().forEach(value -> {
            for (Replacement other : others(kind, value.group(), passage, page)) {
                String changed = replaced(text, value, other.text());
                if (isFalse(value.group(), other.text(), text)
                        && !isTrue(changed, kind, other.text(), passage)) {
                    mutations.add(new Mutation(kind, origin + other.origin(), passage, text, changed));
                }
            }
        }));
    }

    /** Another statement's text, or one that gives the other day the same hours. */
    private static boolean isTrue(String changed, String kind, String by, Passage passage) {
        List<String> hours = TIMES.matcher(changed).results().map(MatchResult::group).toList();
        return passage.statements().stream().map(Statement::text)
                .anyMatch(text -> text.equals(changed) || kind.equals("weekday") && !hours.isEmpty()
                        && text.toLowerCase(Locale.ROOT).contains(by.toLowerCase(Locale.ROOT))
                        && hours.stream().allMatch(text::contains));
    }

    /** A second "not" beside another makes no sentence, and "all" that "not" stands by may be said either way. */
    private static boolean isFalse(String value, String by, String text) {
        boolean negates = by.endsWith(" inte") || by.startsWith("inte ");
        boolean negated = text.matches("(?iU).*\\b(inte|ingen|inget|inga|aldrig)\\b.*");
        return !(negates && negated) && !(value.equals("behöver") && text.contains("behöver inte")
                && by.equals("behöver inte"));
    }

    private record Replacement(String origin, String text) {
    }

    private Mutation withLink(Passage passage, Statement statement) {
        String link = InventedValues.LINKS.get(random.nextInt(InventedValues.LINKS.size()));
        return new Mutation("link", "invented", passage, statement.text(), statement.text() + " " + link);
    }

    private List<Replacement> others(String kind, String value, Passage passage, Page page) {
        List<String> turns = TURNED.get(value.toLowerCase(Locale.ROOT));
        if (turns != null) {
            return turns.stream().map(turn -> new Replacement("invented", turn)).toList();
        }
        List<Replacement> others = new ArrayList<>();
        InventedValues.like(kind, value, random)
                .ifPresent(text -> others.add(new Replacement("invented", text)));
        another(kind, value, List.of(passage))
                .ifPresent(text -> others.add(new Replacement("passage", text)));
        another(kind, value, page.passages()).ifPresent(text -> others.add(new Replacement("page", text)));
        return others;
    }

    private java.util.Optional<String> another(String kind, String value, List<Passage> passages) {
        Set<String> found = new LinkedHashSet<>();
        for (Passage passage : passages) {
            Matcher matcher = java.util.Objects.requireNonNull(VALUES.get(kind)).matcher(passage.text());
            while (matcher.find()) {
                if (InventedValues.isOther(kind, value, matcher.group())) {
                    found.add(matcher.group());
                }
            }
        }
        List<String> list = List.copyOf(found);
        return list.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(list.get(random.nextInt(list.size())));
    }

    private static String replaced(String text, MatchResult value, String by) {
        boolean capital = Character.isUpperCase(value.group().charAt(0)) && !by.isEmpty();
        String word = capital ? Character.toUpperCase(by.charAt(0)) + by.substring(1) : by;
        return (text.substring(0, value.start()) + word + text.substring(value.end()))
                .replaceAll(" {2,}", " ").strip();
    }
}
