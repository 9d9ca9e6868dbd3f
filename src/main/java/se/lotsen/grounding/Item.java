package se.lotsen.grounding;

/**
 * A word or value of a text in its canonical form.
 *
 * @param role what it does in the text
 * @param key the stem of a word, a number without its grouping, a date as day.month, a time in minutes, a set of weekdays
 *            as bits
 * @param detail of a number its unit, of a date its year, of a street its number, of a place its preposition; else empty
 * @param written as it stands
 * @param border how strongly it belongs to what stands before it, 0..1
 * @param initial whether it begins a sentence, cell or label, where a capital letter says nothing
 */
record Item(Role role, String key, String detail, String written, double border, boolean initial) {

    /** Whether a sentence that holds this may rest on a page that holds the other. */
    boolean restsOn(Item source) {
        if (role == Role.NAME) {
            return (source.role == Role.NAME || source.role == Role.WORD) && key.equals(source.key);
        }
        if (role != source.role) {
            return isOpenAt(source) || isHourOf(source);
        }
        return switch (role) {
            case WEEKDAY -> isPartOf(Integer.parseInt(key), Integer.parseInt(source.key));
            case TIME -> key.equals(source.key) || isEndOf(source.key);
            case NUMBER -> key.equals(source.key) && (detail.isEmpty() || detail.equals(source.detail));
            case DATE -> key.equals(source.key)
                    && (detail.isEmpty() || source.detail.isEmpty() || detail.equals(source.detail));
            case PLACE -> key.equals(source.key) && (detail.isEmpty() || detail.equals(source.detail));
            default -> key.equals(source.key);
        };
    }

    /** A page that gives hours need not say "open". */
    private boolean isOpenAt(Item source) {
        return role == Role.OPPOSITE && key.equals(Words.OPEN) && source.role == Role.TIME;
    }

    /** "7–22" for "7.00–22.00". */
    private boolean isHourOf(Item source) {
        return role == Role.NUMBER && detail.isEmpty() && source.role == Role.TIME && key.length() <= 2
                && Tokens.isDigit(key.charAt(key.length() - 1)) && Tokens.isDigit(key.charAt(0))
                && new Item(Role.TIME, Integer.toString(Integer.parseInt(key) * 60), "", written, border,
                        initial)
                        .restsOn(source);
    }

    /** "8.00" rests on "8.00–16.30"; another stretch of time does not. */
    private boolean isEndOf(String stretch) {
        int dash = stretch.indexOf('-');
        return dash > 0 && key.indexOf('-') < 0
                && (stretch.startsWith(key + "-") || stretch.endsWith("-" + key));
    }

    private static boolean isPartOf(int days, int all) {
        return (days & all) == days;
    }

    /** Whether the two are of a kind, so that one could be taken for the other. */
    boolean rivals(Item other) {
        return role == other.role && role.isValue() && !restsOn(other) && (role != Role.OPPOSITE
                || key.regionMatches(0, other.key, 0, key.length() - 1));
    }

    boolean isYear() {
        return role == Role.DATE && key.startsWith("y");
    }

    boolean isCapital() {
        return Character.isUpperCase(written.codePointAt(0));
    }
}
