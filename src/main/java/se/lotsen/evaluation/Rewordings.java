package se.lotsen.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lotsen.knowledge.Passage;
import se.lotsen.knowledge.Statement;
import se.lotsen.knowledge.Statement.Form;

/**
 * Says a passage's sentences in other words that mean the same: other ways of writing values, shortened, in another order,
 * compounds written apart, words of the same sense, rows and lists as sentences.
 */
final class Rewordings {
    private static final List<String> MONTHS = List.of("januari", "februari", "mars", "april", "maj", "juni",
            "juli",
            "augusti", "september", "oktober", "november", "december");
    private static final List<String> ORDINALS = List.of("", "första", "andra", "tredje", "fjärde", "femte",
            "sjätte",
            "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte");
    private static final List<String> NUMERALS = List.of("noll", "ett", "två", "tre", "fyra", "fem", "sex",
            "sju",
            "åtta", "nio", "tio", "elva", "tolv");
    private static final Map<String, List<String>> SAME = same();

    private final Random random;
    private final Map<String, Function<String, String>> ways = new LinkedHashMap<>();

    Rewordings(Random random) {
        this.random = random;
        ways.put("amount", text -> each(text, "(\\d[\\d ]*) kronor", this::amount));
        ways.put("time",
                text -> each(text,
                        "(?:klockan )?(\\d{1,2})\\.(\\d{2})(?:–(\\d{1,2})\\.(\\d{2}))?(?![\\d ]*kr)",
                        this::time));
        ways.put("date",
                text -> each(text, "(?:den )?(\\d{1,2}) (" + String.join("|", MONTHS) + ")(?! 20)(?!–)",
                        this::date));
        ways.put(
                "number", text -> each(text,
                        "(?<![\\d–])(\\d{1,2}|två|tre|fyra|fem|sex|sju|åtta|nio|tio)(?= (?:dagar"
                                + "|veckor|månader|år|timmar|gånger|personer|arbetsdagar)\\b)",
                        this::number));
        ways.put("weekday", text -> each(text, "måndag–(torsdag|fredag|lördag)", this::weekday));
        ways.put("unit",
                text -> each(text, "(kvadratmeter|procent|kilo(?!m)|i månaden|per månad|per år|timmen)\\b",
                        this::unit));
        ways.put("phone", text -> each(text, "0(\\d{1,3})-(\\d{2,3}) (\\d{2}) (\\d{2})", this::phone));
        ways.put("words", this::words);
        ways.put("shortened", this::shortened);
        ways.put("reordered", this::reordered);
        ways.put("compound",
                text -> each(text, "\\b(kontakt|bygg|förskole|avfalls|biblioteks?|vatten|parkerings|båt|"
                        + "ansöknings?|hämtnings|kultur|fritids|trygghets)(\\p{Ll}{4,})\\b(?!@)",
                        found -> found.group(1) + " " + found.group(2)));
    }

    /**
     * A faithful rewording.
     *
     * @param way how it was made
     */
    record Rewording(String way, Passage cited, String original, String text) {
    }

    private static Map<String, List<String>> same() {
        Map<String, List<String>> same = new LinkedHashMap<>();
        same.put("måste", List.of("ska"));
        same.put("högst", List.of("max", "som mest"));
        same.put("minst", List.of("åtminstone"));
        same.put("bara", List.of("endast", "enbart"));
        same.put("gratis", List.of("kostnadsfritt", "avgiftsfritt"));
        same.put("mejla", List.of("skriva till"));
        same.put("alla", List.of("samtliga"));
        same.put("före", List.of("innan"));
        same.put("normalt", List.of("vanligen"));
        same.put("också", List.of("även"));
        return same;
    }

    /** All rewordings of the passage's statements, one way at a time. */
    List<Rewording> of(Passage passage) {
        List<Rewording> all = new ArrayList<>();
        List<Statement> statements = passage.statements();
        for (int at = 0; at < statements.size(); at++) {
            Statement statement = statements.get(at);
            String text = statement.text();
            ways.forEach((way, how) -> add(all, way, passage, text, how.apply(text)));
            if (statement.form() == Form.TABLE_ROW) {
                add(all, "row", passage, text, row(text));
            }
            if (statement.form() == Form.LIST_ITEM && at > 0 && statements.get(at - 1).text().endsWith(":")) {
                add(all, "list", passage, text, list(statements, at));
            }
            if (statement.form() == Form.SENTENCE && at > 0
                    && statements.get(at - 1).form() == Form.SENTENCE) {
                String before = statements.get(at - 1).text();
                add(all, "order", passage, text, text + " " + before);
            }
        }
        return all;
    }

    private static void add(List<Rewording> all, String way, Passage passage, String original, String text) {
        if (!text.equals(original) && !text.isBlank()) {
            all.add(new Rewording(way, passage, original, text));
        }
    }

    private static String each(String text, String pattern, Function<MatchResult, String> how) {
        return Pattern
                .compile(pattern,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text).replaceAll(found -> Matcher.quoteReplacement(how.apply(found)));
    }

    private String pick(String... ways) {
        return ways[random.nextInt(ways.length)];
    }

    private String amount(MatchResult found) {
        String number = found.group(1);
        String bare = number.replace(" ", "");
        return pick(bare + " kr", number + " kr", bare + " kronor", bare.length() > 3
                ? bare.substring(0, bare.length() - 3) + "." + bare.substring(bare.length() - 3) + ":-"
                : bare + ":-");
    }

    private String time(MatchResult found) {
        String from = found.group(1) + "." + found.group(2);
        if (found.group(3) == null) {
            return pick("kl. " + from, "klockan " + from.replace('.', ':'), "kl " + from);
        }
        String to = found.group(3) + "." + found.group(4);
        boolean whole = found.group(2).equals("00") && found.group(4).equals("00");
        String brief = whole ? "kl. " + found.group(1) + "–" + found.group(3) : "kl. " + from + "-" + to;
        return pick(from.replace('.', ':') + "–" + to.replace('.', ':'),
                "från klockan " + from + " till " + to, brief);
    }

    private String date(MatchResult found) {
        int day = Integer.parseInt(found.group(1));
        int month = MONTHS.indexOf(found.group(2).toLowerCase(java.util.Locale.ROOT)) + 1;
        String spoken = day < ORDINALS.size()
                ? "den " + ORDINALS.get(day) + " " + found.group(2)
                : "den " + day + ":e " + found.group(2);
        return pick(day + " " + found.group(2), day + "/" + month, spoken);
    }

    private String number(MatchResult found) {
        int word = NUMERALS.indexOf(found.group(1).toLowerCase(java.util.Locale.ROOT));
        if (word >= 0) {
            return Integer.toString(word);
        }
        int value = Integer.parseInt(found.group(1));
        return value > 1 && value < NUMERALS.size() ? NUMERALS.get(value) : found.group(1);
    }

    private String weekday(MatchResult found) {
        String last = found.group(1);
        return last.equals("fredag")
                ? pick("vardagar", "måndag till fredag", "mån–fre")
                : pick("måndag till " + last, "mån-" + last.substring(0, last.length() - 3));
    }

    private String unit(MatchResult found) {
        return switch (found.group(1)) {
            case "kvadratmeter" -> pick("m²", "kvm");
            case "procent" -> "%";
            case "kilo" -> pick("kg", "kilogram");
            case "i månaden" -> "per månad";
            case "per månad" -> "i månaden";
            case "per år" -> "om året";
            default -> found.group(1);
        };
    }

    private String phone(MatchResult found) {
        String rest = found.group(2) + found.group(3) + found.group(4);
        return pick("0" + found.group(1) + "-" + rest, "+46 " + found.group(1) + "-" + rest,
                "0" + found.group(1) + " " + found.group(2) + " " + found.group(3) + " " + found.group(4));
    }

    private String words(String text) {
        String said = text;
        for (Map.Entry<String, List<String>> pair : SAME.entrySet()) {
            said = each(said, "\\b" + pair.getKey() + "\\b", found -> {
                String word = pick(pair.getValue().toArray(String[]::new));
                return Character.isUpperCase(found.group().charAt(0))
                        ? Character.toUpperCase(word.charAt(0)) + word.substring(1)
                        : word;
            });
        }
        return said;
    }

    /** Without examples, brackets and asides, which say nothing that changes the rest. */
    private String shortened(String text) {
        return text.replaceAll(" \\([^)]*\\)", "").replaceAll(", till exempel [^,.;:]*(?=[.]$)", "")
                .replaceAll(", (?:alltså|oftast) [^,.;:]*(?=[.]$)", "")
                .replaceAll("^(?:Tänk på att|Observera att) ", "");
    }

    /** "A, B och C" in another order. */
    private String reordered(String text) {
        return each(text, "\\b(\\p{Ll}{4,}), (\\p{Ll}{4,}) och (\\p{Ll}{4,})(?=[.,]|$)",
                found -> found.group(3) + ", " + found.group(1) + " och " + found.group(2));
    }

    /** One cell of the row as a sentence. */
    private String row(String text) {
        int dash = text.indexOf(" – ");
        int colon = text.indexOf(": ");
        if (dash < 0 || colon >= 0 && colon < dash) {
            return colon < 0
                    ? text
                    : RowSentences.ofTwo(text.substring(0, colon), text.substring(colon + 2), random);
        }
        String[] cells = text.substring(dash + 3).split("; ");
        String cell = cells[random.nextInt(cells.length)];
        int border = cell.indexOf(": ");
        return border < 0
                ? text
                : RowSentences.ofCell(text.substring(0, dash), cell.substring(0, border),
                        cell.substring(border + 2),
                        random);
    }

    private String list(List<Statement> statements, int at) {
        StringBuilder said = new StringBuilder(statements.get(at - 1).text());
        for (int item = at; item < statements.size()
                && statements.get(item).block() == statements.get(at).block(); item++) {
            said.append(item > at ? ", " : " ").append(statements.get(item).text().replaceAll("[.]$", ""));
        }
        return said.append('.').toString();
    }
}
