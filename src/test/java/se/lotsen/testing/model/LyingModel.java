package se.lotsen.testing.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A model that gives the good answer with one thing in it that is not so. Not for concurrent use. */
public final class LyingModel implements Behaviour {
    private final Random random;
    private Lie kind = Lie.NUMBER;
    private Optional<String> planted = Optional.empty();

    /** What is not so. */
    public enum Lie {
        NUMBER, AMOUNT, OTHER_AMOUNT, DATE, TIME, WEEKDAY, NEGATION, PLACE, PHONE, LINK, INVENTED, FALSE_CLAIM, SWAPPED
    }

    private static final List<String> MONTHS = List.of("januari", "februari", "mars", "april", "maj", "juni",
            "juli",
            "augusti", "september", "oktober", "november", "december");
    private static final List<String> DAYS = List.of("måndag", "tisdag", "onsdag", "torsdag", "fredag",
            "lördag",
            "söndag");
    private static final List<String> SUNDAY = List.of("söndag");
    private static final List<String> PLACES = List.of("Bjärnalt", "Oxtorp", "Västervalla", "Munkahed");
    private static final List<String> INVENTED = List.of(
            "Du får alltid tillbaka hela avgiften om du ångrar dig.",
            "Ansökan behandlas redan samma dag.", "Pensionärer betalar ingenting.",
            "Du kan också lämna ansökan muntligt på biblioteket.", "Beslutet gäller i tio år.",
            "Det finns inget krav på folkbokföring i kommunen.");
    private static final List<String> CLAIMS = List.of("Tjänsten är gratis för alla invånare.",
            "Du behöver inte ansöka i förväg.", "Kommunen har inget ansvar för detta.",
            "Alla har rätt till det.",
            "Det är förbjudet i hela kommunen.");

    public LyingModel(long seed) {
        this.random = new Random(seed);
    }

    /** What it lies about from now on; where the answer holds no such thing, it says the truth. */
    public void lieAbout(Lie what) {
        kind = what;
        planted = Optional.empty();
    }

    /** The sentence that is not so, of the last answer. */
    public Optional<String> planted() {
        return planted;
    }

    @Override
    public Script answer(ModelRequest request) {
        return Script
                .saying(AnswerPrompt.of(request).map(this::lied).orElseGet(() -> GoodModel.text(request)));
    }

    private String lied(AnswerPrompt prompt) {
        List<String> sentences = new ArrayList<>(GoodModel.sentences(prompt));
        planted = Optional.empty();
        switch (kind) {
            case INVENTED -> plant(sentences, sentences.size(), oneOf(INVENTED) + " [1]");
            case FALSE_CLAIM -> plant(sentences, 0, oneOf(CLAIMS) + " [1]");
            default -> change(sentences, prompt);
        }
        return String.join(" ", sentences);
    }

    private void plant(List<String> sentences, int at, String sentence) {
        sentences.add(at, sentence);
        planted = Optional.of(sentence);
    }

    private void change(List<String> sentences, AnswerPrompt prompt) {
        for (int i = 0; i < sentences.size(); i++) {
            int cited = sentences.get(i).lastIndexOf(" [");
            String text = sentences.get(i).substring(0, cited);
            String changed = changed(text, prompt);
            if (!changed.equals(text)) {
                sentences.set(i, changed + sentences.get(i).substring(cited));
                planted = Optional.of(sentences.get(i));
                return;
            }
        }
    }

    private String changed(String text, AnswerPrompt prompt) {
        return switch (kind) {
            case NUMBER -> replaced(text, "(?<![\\d.,:{\\p{L}–-])\\d{1,4}(?![\\d}]|[.,:–-]\\d)",
                    found -> Integer.toString(Integer.parseInt(found.group()) + 1 + random.nextInt(9)));
            case AMOUNT ->
                replaced(text, "\\{BELOPP\\d+}", found -> 10 * (11 + random.nextInt(80)) + " kronor");
            case OTHER_AMOUNT ->
                replaced(text, "\\{BELOPP\\d+}", found -> otherAmount(found.group(), prompt));
            case DATE ->
                replaced(text, "\\b(?:" + String.join("|", MONTHS) + ")\\b", found -> other(MONTHS, found));
            case TIME -> replaced(text, "\\b\\d{1,2}\\.\\d{2}\\b",
                    found -> (7 + random.nextInt(12)) + "." + (1 + random.nextInt(8)) + "7");
            // A Sunday is in no row of weekdays, so that none of what is said is true.
            case WEEKDAY -> text.toLowerCase(Locale.ROOT).contains("söndag")
                    ? text
                    : replaced(text, "(?i)\\b(?:" + String.join("|", DAYS) + ")",
                            found -> other(SUNDAY, found));
            case NEGATION -> text.contains(" inte ")
                    ? text.replaceFirst(" inte ", " ")
                    : replaced(text, "\\b(?:får|kan|ska|måste|behöver|gäller|kostar)\\b",
                            found -> found.group() + " inte");
            case PLACE ->
                replaced(text, "(?<=\\b(?:på|i|vid|till|från) )\\p{Lu}\\p{L}{3,}", found -> oneOf(PLACES));
            case PHONE -> replaced(text, "\\{TEL\\d+}", found -> "0" + (10 + random.nextInt(80)) + "-"
                    + (100 + random.nextInt(899)) + " " + (10 + random.nextInt(89)) + " "
                    + (10 + random.nextInt(89)));
            case LINK ->
                replaced(text, "\\{(?:LÄNK|EPOST)\\d+}", found -> "https://www.lindakra-svar.example/");
            case SWAPPED -> swapped(text);
            case INVENTED, FALSE_CLAIM -> text;
        };
    }

    private static String swapped(String text) {
        List<MatchResult> tokens = Pattern.compile("\\{BELOPP\\d+}").matcher(text).results().toList();
        if (tokens.size() < 2 || tokens.get(0).group().equals(tokens.get(1).group())) {
            return text;
        }
        MatchResult one = tokens.get(0);
        MatchResult two = tokens.get(1);
        return text.substring(0, one.start()) + two.group() + text.substring(one.end(), two.start())
                + one.group()
                + text.substring(two.end());
    }

    private String otherAmount(String token, AnswerPrompt prompt) {
        List<String> others = prompt.passages().stream().flatMap(passage -> passage.lines().stream())
                .flatMap(line -> Pattern.compile("\\{BELOPP\\d+}").matcher(line).results())
                .map(MatchResult::group)
                .filter(other -> !other.equals(token)).distinct().toList();
        return others.isEmpty() ? token : oneOf(others);
    }

    private static String replaced(String text, String pattern,
            java.util.function.Function<MatchResult, String> by) {
        Matcher matcher = Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS).matcher(text);
        return matcher.find()
                ? text.substring(0, matcher.start()) + by.apply(matcher.toMatchResult())
                        + text.substring(matcher.end())
                : text;
    }

    private String other(List<String> all, MatchResult found) {
        String was = found.group();
        String other = was;
        while (other.equalsIgnoreCase(was)) {
            other = oneOf(all);
        }
        return Character.isUpperCase(was.charAt(0))
                ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
                : other;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
