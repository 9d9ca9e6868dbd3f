package se.lotsen.grounding;

import java.util.List;

/** Tells from the words around an operator how it is used. */
final class Usage {
    private final TextReader reader;

    Usage(TextReader reader) {
        this.reader = reader;
    }

    /** "inte här, utan där" says what holds instead, and no second "not". */
    boolean isConjunction(int at, List<Operator> before) {
        return reader.token(at).lower().equals("utan") && reader.token(at - 1).isSign(',')
                && before.stream().anyMatch(one -> one.is(Role.NEGATION, "not"));
    }

    /** "vänta med … tills" is "inte … förrän". */
    boolean isUntil(int at, List<Operator> before) {
        return reader.token(at).lower().equals("tills")
                && before.stream().anyMatch(one -> one.written().toLowerCase(java.util.Locale.ROOT).startsWith("vänta"));
    }

    Operator.Use of(int at) {
        String word = reader.token(at).lower();
        if (word.equals("får") && !hasInfinitive(at + 1)) {
            return Operator.Use.RECEIVES;
        }
        if (!word.equals("inte")) {
            return Operator.Use.PLAIN;
        }
        if (reader.token(at - 2).lower().equals("gör") && reader.token(at + 1).lower().equals("det")) {
            return Operator.Use.OTHERWISE;
        }
        if (reader.token(at - 1).lower().equals("gäller") || reader.token(at - 2).lower().equals("gäller")) {
            return Operator.Use.VOIDS;
        }
        return reader.token(at - 1).isSign(',') ? Operator.Use.CONTRAST : Operator.Use.PLAIN;
    }

    /** Whether the rest of the clause has a word that looks like an infinitive. */
    private boolean hasInfinitive(int from) {
        for (int at = from; at < reader.tokens().size(); at++) {
            Token token = reader.token(at);
            String word = token.lower();
            if (token.is(Token.Type.SIGN) && ".,;:".contains(token.text())) {
                return false;
            }
            if (token.is(Token.Type.WORD)
                    && (word.endsWith("a") || word.endsWith("as") || Words.SHORT_INFINITIVES.contains(word))) {
                return true;
            }
        }
        return false;
    }
}
