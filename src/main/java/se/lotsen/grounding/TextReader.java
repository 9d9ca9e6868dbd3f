package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tartarus.snowball.ext.SwedishStemmer;

/** Reads tokens into items and operators, left to right with a fixed look-ahead. */
final class TextReader {
    private static final Map<String, List<Phrase>> OPERATORS = operators();
    private static final Token NOTHING = Token.of(Token.Type.SIGN, " ", true);

    private final List<Token> tokens;
    private final List<Item> items = new ArrayList<>();
    private final List<Operator> operators = new ArrayList<>();
    private final SwedishStemmer stemmer = new SwedishStemmer();
    private final NumberReader numbers;
    private final CalendarReader calendar;
    private final Usage usage;
    private double border = 1;
    private boolean initial = true;
    private int labels;

    TextReader(List<Token> tokens) {
        this.tokens = tokens;
        this.numbers = new NumberReader(this);
        this.calendar = new CalendarReader(this);
        this.usage = new Usage(this);
    }

    private record Phrase(List<String> words, Role role, String sense) {
    }

    Reading read() {
        int at = 0;
        while (at < tokens.size()) {
            int next = next(at);
            if (tokens.get(next - 1).type() != Token.Type.SIGN) {
                initial = false;
            }
            at = next;
        }
        return new Reading(List.copyOf(items), List.copyOf(operators), labels);
    }

    private int next(int at) {
        Token token = tokens.get(at);
        int next = switch (token.type()) {
            case LINK, EMAIL -> {
                add(token.is(Token.Type.LINK) ? Role.LINK : Role.EMAIL, Addresses.canonical(token.lower()),
                        "",
                        token.text());
                yield at + 1;
            }
            case CODE -> {
                add(Role.NUMBER, token.lower(), "", token.text());
                yield at + 1;
            }
            case SIGN -> sign(at);
            case DIGITS, WORD -> value(at);
        };
        return next > at ? next : word(at);
    }

    private int value(int at) {
        int next = numbers.phone(at);
        next = next > at ? next : calendar.read(at);
        next = next > at ? next : numbers.read(at);
        return next > at ? next : operator(at);
    }

    Token token(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    List<Token> tokens() {
        return tokens;
    }

    String written(int from, int to) {
        return tokens.subList(from, to).stream()
                .map(token -> (token.spaced() ? " " : "") + token.text()).collect(Collectors.joining())
                .strip();
    }

    void add(Role role, String key, String detail, String written) {
        items.add(new Item(role, key, detail, written, border, initial));
        border = 1;
    }

    void operator(Role role, String sense, String written) {
        operator(role, sense, written, Operator.Use.PLAIN);
    }

    private void operator(Role role, String sense, String written, Operator.Use use) {
        operators.add(new Operator(role, sense, written, items.size(), use, border <= Words.COMMA));
    }

    private int sign(int at) {
        Token sign = tokens.get(at);
        double strength = switch (sign.text().charAt(0)) {
            case '.', '?', '!' -> 0.3;
            case ';' -> 0.35;
            case ',', '(', ')' -> Words.COMMA;
            case ':' -> 0.9;
            case '–' -> sign.spaced() && token(at + 1).spaced() ? 0.7 : 1;
            default -> 1;
        };
        border = Math.min(border, strength);
        initial |= ".?!;:".indexOf(sign.text().charAt(0)) >= 0 || strength == 0.7;
        if (labels == 0 && (sign.isSign(':') || strength == 0.7)) {
            labels = items.size();
        }
        return at + 1;
    }

    private int operator(int at) {
        Token token = tokens.get(at);
        if (usage.isUntil(at, operators)) {
            operator(Role.QUANTIFIER, "before", token.text());
            return at + 1;
        }
        for (Phrase phrase : OPERATORS.getOrDefault(token.lower(), List.of())) {
            if (stands(phrase, at) && isBound(phrase, at)) {
                int end = at + phrase.words().size();
                if (!usage.isConjunction(at, operators)) {
                    expand(phrase, written(at, end), usage.of(at));
                }
                return end;
            }
        }
        return at;
    }

    private boolean stands(Phrase phrase, int at) {
        for (int word = 1; word < phrase.words().size(); word++) {
            if (!token(at + word).lower().equals(phrase.words().get(word))) {
                return false;
            }
        }
        return true;
    }

    /** "över" and "under" are limits before a number and places or times elsewhere. */
    private boolean isBound(Phrase phrase, int at) {
        boolean limit = phrase.words().size() > 1
                || !phrase.sense().equals("over") && !phrase.sense().equals("under");
        return limit || numbers.isNumber(at + 1);
    }

    /** What is forbidden may not be done; who is spared need not. */
    private void expand(Phrase phrase, String written, Operator.Use use) {
        switch (phrase.sense()) {
            case "mustnot" -> {
                operator(Role.MODALITY, "may", written);
                operator(Role.NEGATION, "not", written);
            }
            case "none" -> {
                // A conjunction, no limit.
            }
            case "neednot" -> {
                operator(Role.MODALITY, "must", written);
                operator(Role.NEGATION, "not", written);
            }
            default -> operator(phrase.role(),
                    use == Operator.Use.OTHERWISE ? "otherwise" : phrase.sense(), written, use);
        }
    }

    private int word(int at) {
        Token token = tokens.get(at);
        if (Words.JOINTS.contains(token.lower())) {
            border = Math.min(border, Words.JOINT);
        }
        if (token.type() == Token.Type.DIGITS) {
            add(Role.NUMBER, token.text(), "", token.text());
        } else if (token.isCapital() && Words.isStreet(token.lower())) {
            return street(at);
        } else if (!Words.STOPS.contains(token.lower()) || Words.OPPOSITES.containsKey(token.lower())) {
            String side = Words.OPPOSITES.get(token.lower());
            // "inom 14 dagar" is no place, and "utanför 14 dagar" is after them.
            if (side != null && !numbers.isNumber(at + 1)) {
                add(Role.OPPOSITE, side, "", token.text());
                return at + 1;
            } else if (token.lower().equals("utanför")) {
                operator(Role.QUANTIFIER, "after", token.text());
                return at + 1;
            } else if (token.lower().equals("inom")) {
                return at + 1;
            }
            boolean name = token.isCapital() && !initial;
            String before = token(at - 1).lower();
            add(name ? Role.NAME : Role.WORD, stem(token.lower()),
                    Words.PLACE_PREPOSITIONS.contains(before) ? before : "", token.text());
        }
        return at + 1;
    }

    private int street(int at) {
        boolean numbered = token(at + 1).isDigits(3);
        add(Role.PLACE, token(at).lower(), numbered ? token(at + 1).text() : "",
                written(at, numbered ? at + 2 : at + 1));
        return numbered ? at + 2 : at + 1;
    }

    String stem(String lower) {
        stemmer.setCurrent(Words.BASES.getOrDefault(lower, lower));
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static Map<String, List<Phrase>> operators() {
        Map<String, Role> lists = Map.of("negations", Role.NEGATION, "quantifiers", Role.QUANTIFIER,
                "modalities", Role.MODALITY);
        Function<Phrase, String> first = phrase -> Objects.requireNonNull(phrase.words().getFirst());
        return lists.entrySet().stream()
                .flatMap(list -> Words.map(list.getKey()).entrySet().stream()
                        .map(entry -> new Phrase(List.of(entry.getKey().split(" ")), list.getValue(),
                                entry.getValue())))
                .sorted(java.util.Comparator.comparingInt((Phrase phrase) -> -phrase.words().size())
                        .thenComparing(phrase -> String.join(" ", phrase.words())))
                .collect(Collectors.groupingBy(first));
    }
}
