package se.lotsen.languagemodel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links, e-mail addresses, telephone numbers and sums of money leave the house as tokens ({@code {TEL1}}) and are put back
 * when the text returns: a model cannot change what it does not see (the idea is GOV.UK Chat's link token mapper). Equal
 * values have equal tokens. Not thread-safe; one for each prompt.
 */
public final class ValueTokens {
    private static final Pattern VALUES = Pattern.compile(
            "(?<LINK>(?:https?://|www\\.)[^\\s<>()\\[\\]{}]*[^\\s<>()\\[\\]{}.,;:!?])"
                    + "|(?<EPOST>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)"
                    + "|(?<TEL>(?<![\\d-])(?:\\+46|0)[ \\d]{0,4}[-–][\\d ]{4,}\\d)"
                    + "|(?<BELOPP>(?<![\\d,.])\\d{1,3}(?:[  \\u202F]\\d{3})*(?:,\\d+)?[  ]?"
                    + "(?:kronor|krona|kr\\b|öre\\b|:-|miljoner kronor|procent|%))",
            Pattern.UNICODE_CHARACTER_CLASS);
    /** The pattern's groups, whose names must be ASCII, and the tokens' names. */
    private static final Map<String, String> KINDS = Map.of("LINK", "LÄNK", "EPOST", "EPOST", "TEL", "TEL",
            "BELOPP",
            "BELOPP");
    private static final Pattern TOKEN = Pattern.compile("\\{\\s*(\\p{L}+\\d+)\\s*}");

    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** A text of a page with tokens for its values; braces of its own are taken away. */
    public String hidden(String text) {
        return VALUES.matcher(text.replace('{', '(').replace('}', ')'))
                .replaceAll(found -> Matcher.quoteReplacement("{" + token(kind(found), found.group()) + "}"));
    }

    private static String kind(java.util.regex.MatchResult found) {
        return KINDS.entrySet().stream().filter(kind -> found.group(kind.getKey()) != null).findFirst()
                .orElseThrow(() -> new IllegalStateException("no group of the pattern matched")).getValue();
    }

    private String token(String kind, String value) {
        return tokens.computeIfAbsent(value, key -> {
            String token = kind + counts.merge(kind, 1, Integer::sum);
            values.put(token, key);
            return token;
        });
    }

    /** The text with its values; empty when it holds a token that was never given, or a stray brace. */
    public Optional<String> shown(String text) {
        StringBuilder whole = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            String value = values.get(token.group(1));
            if (value == null) {
                return Optional.empty();
            }
            token.appendReplacement(whole, Matcher.quoteReplacement(value));
        }
        token.appendTail(whole);
        return whole.indexOf("{") >= 0 || whole.indexOf("}") >= 0
                ? Optional.empty()
                : Optional.of(whole.toString());
    }
}
