package se.lotsen.grounding;

import org.jspecify.annotations.Nullable;
import se.lotsen.grounding.Numerals.Numeral;

/** Reads telephone numbers, sums of money, measures, counts, shares and periods. */
final class NumberReader {
    private static final int LONGEST_PHONE = 13;
    private static final int SHORTEST_PHONE = 7;

    private final TextReader reader;
    private final Numerals numerals;

    NumberReader(TextReader reader) {
        this.reader = reader;
        this.numerals = new Numerals(reader.tokens());
    }

    boolean isNumber(int at) {
        return numerals.at(at) != null;
    }

    @Nullable
    Numeral numeral(int at) {
        return numerals.at(at);
    }

    /** Digits that begin with a nought, +46 or 0046, or a public service's short number; else the index itself. */
    int phone(int at) {
        Token first = reader.token(at);
        if (!first.is(Token.Type.DIGITS)) {
            return at;
        }
        boolean foreign = reader.token(at - 1).isSign('+');
        if (!foreign && !first.text().startsWith("0") || first.text().length() > LONGEST_PHONE) {
            return shortPhone(at);
        }
        StringBuilder digits = new StringBuilder(first.text());
        int next = at + 1;
        while (true) {
            int joined = reader.token(next).isDash() || reader.token(next).isSign('/') ? next + 1 : next;
            Token group = reader.token(joined);
            if (!group.is(Token.Type.DIGITS) || group.text().length() < 2
                    || digits.length() + group.text().length() > LONGEST_PHONE) {
                break;
            }
            digits.append(group.text());
            next = joined + 1;
        }
        if (digits.length() < SHORTEST_PHONE) {
            return at;
        }
        reader.add(Role.PHONE, national(digits.toString(), foreign), "", reader.written(at, next));
        return next;
    }

    private static String national(String digits, boolean foreign) {
        String number = digits.startsWith("0046") ? digits.substring(2) : digits;
        boolean swedish = (foreign || number.length() < digits.length()) && number.startsWith("46");
        if (!swedish) {
            return foreign ? "+" + digits : digits;
        }
        String rest = number.substring(2);
        return rest.startsWith("0") ? rest : "0" + rest;
    }

    /** "114 14" and "116 111": three digits that begin with 11, and two or three more. */
    private int shortPhone(int at) {
        Token first = reader.token(at);
        Token second = reader.token(at + 1);
        boolean written = first.text().length() == 3 && first.text().startsWith("11") && second.spaced()
                && second.is(Token.Type.DIGITS) && (second.text().length() == 2
                        || first.text().equals("116") && second.text().length() == 3);
        if (first.text().startsWith("11") && (first.text().equals("112") || first.text().length() == 4)
                && !written && !Words.isUnit(second.lower())) {
            reader.add(Role.PHONE, first.text(), "", first.text());
            return at + 1;
        }
        if (!written || Words.isUnit(reader.token(at + 2).lower())) {
            return at;
        }
        reader.add(Role.PHONE, first.text() + second.text(), "", reader.written(at, at + 2));
        return at + 2;
    }

    int read(int at) {
        Token token = reader.token(at);
        if (Words.FREE.contains(token.lower())) {
            reader.add(Role.AMOUNT, "0", "", token.text());
            return at + 1;
        }
        String share = Words.FRACTIONS.get(token.lower());
        String ordinal = Words.ORDINALS.get(token.lower());
        if (share != null || ordinal != null && !token.lower().startsWith("andra")) {
            reader.add(Role.NUMBER, share != null ? share : ordinal + ".", "", token.text());
            return at + 1;
        }
        int free = free(at);
        int period = free > at ? free : period(at);
        return period > at ? period : number(at);
    }

    /** "kostar ingenting", "kostar inget", "utan kostnad". */
    private int free(int at) {
        String word = reader.token(at).lower();
        String next = reader.token(at + 1).lower();
        boolean price = Words.PRICE_VERBS.contains(reader.token(at - 1).lower())
                && (word.equals("ingenting") || word.equals("inget")
                        && (!reader.token(at + 1).is(Token.Type.WORD) || next.equals("att")));
        boolean without = word.equals("utan") && (next.equals("kostnad") || next.equals("avgift"));
        if (!price && !without) {
            return at;
        }
        int end = without ? at + 2 : at + 1;
        reader.add(Role.AMOUNT, "0", "", reader.written(at, end));
        return end;
    }

    private int number(int at) {
        Numeral one = numerals.at(at);
        if (one == null) {
            return at;
        }
        Token joint = reader.token(one.next());
        Numeral two = joint.isDash() && !joint.spaced() || Words.CLOCK_RANGE.contains(joint.lower())
                || joint.lower().equals("eller")
                        ? numerals.at(one.next() + 1)
                        : null;
        if (two != null && unitEnd(two.next()) > two.next()) {
            put(one, at, two.next());
            return put(two, one.next() + 1, two.next());
        }
        return put(one, at, one.next());
    }

    /** The number with the unit that stands at the index; returns what follows both. */
    private int put(Numeral number, int from, int unit) {
        String word = reader.token(unit).lower();
        int end = unitEnd(unit);
        String written = reader.written(from, number.next())
                + (end > unit ? " " + reader.written(unit, end) : "");
        if (end == unit) {
            reader.add(Role.NUMBER, number.key(), "", written);
        } else if (Words.CURRENCY.contains(word) || word.equals(":")) {
            reader.add(Role.AMOUNT, number.key(), "", written);
        } else if (Words.SMALL_CURRENCY.contains(word)) {
            reader.add(Role.AMOUNT, new Numeral(number.thousandths() / 100, 0).key(), "", written);
        } else {
            reader.add(Role.NUMBER, number.key(), word.equals("%") ? "procent" : unit(word), written);
        }
        return end > unit ? end : number.next();
    }

    private static String unit(String word) {
        return Words.UNITS.getOrDefault(word, word);
    }

    private int unitEnd(int unit) {
        Token token = reader.token(unit);
        if (token.isSign(':') && reader.token(unit + 1).isDash() && !token.spaced()) {
            return unit + 2;
        }
        boolean money = Words.CURRENCY.contains(token.lower())
                || Words.SMALL_CURRENCY.contains(token.lower());
        return money || token.isSign('%') || Words.UNITS.containsKey(token.lower()) ? unit + 1 : unit;
    }

    /** "per månad", "i månaden", "om året", "varje vecka", "kr/h". */
    private int period(int at) {
        String first = reader.token(at).lower();
        Token second = reader.token(at + 1);
        boolean definite = second.lower().endsWith("n") || second.lower().endsWith("t");
        boolean stands = switch (first) {
            case "per" -> second.is(Token.Type.WORD) || Words.UNITS.containsKey(second.lower());
            case "i", "om" -> definite && Words.PERIODS.containsKey(second.lower());
            case "varje" -> Words.PERIODS.containsKey(second.lower());
            default -> false;
        };
        if (!stands) {
            return at;
        }
        String measure = Words.UNITS.getOrDefault(second.lower(), reader.stem(second.lower()));
        String unit = Words.PERIODS.getOrDefault(second.lower(), measure);
        reader.add(Role.PERIOD, unit, "", reader.written(at, at + 2));
        return at + 2;
    }
}
