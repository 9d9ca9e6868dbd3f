package se.lotsen.grounding;

import java.util.List;

/** Tells when a value is said of more, or of other things, than the source has it for. */
final class Rows {
    private static final int STEM = 5;

    private final List<Item> said;
    private final Source source;

    Rows(List<Item> said, Source source) {
        this.said = said;
        this.source = source;
    }

    /** Only table rows hold the value, the sentence names none of these, but it does name another row. */
    boolean isAnothers(Item value) {
        List<ReadStatement> holding = source.statements().stream()
                .filter(statement -> statement.own().stream().anyMatch(value::restsOn)).toList();
        boolean elsewhere = value.role() == Role.NAME || holding.isEmpty() || holding.stream()
                .anyMatch(row -> row.labels() == 0 || label(row).stream().anyMatch(value::restsOn));
        return !elsewhere && source.statements().stream().anyMatch(row -> row.labels() > 0
                && !holding.contains(row) && label(row).stream().allMatch(this::isSaid)
                && row.own().stream().skip(row.labels()).noneMatch(cell -> cell.role() == value.role() && isSaid(cell))
                && holding.stream().allMatch(right -> tellsApart(row, right) && !tellsApart(right, row)));
    }

    private static List<Item> label(ReadStatement row) {
        return row.own().subList(0, row.labels());
    }

    /** Whether the sentence has a word of the one row's label that the other's has not. */
    private boolean tellsApart(ReadStatement row, ReadStatement other) {
        return label(row).stream().anyMatch(
                word -> isSaid(word) && label(other).stream().noneMatch(item -> item.role() == word.role()
                        && item.key().equals(word.key()) && item.detail().equals(word.detail())));
    }

    private boolean isSaid(Item label) {
        boolean word = label.role() == Role.WORD || label.role() == Role.NAME;
        return said.stream().anyMatch(item -> item.role() == label.role() && item.key().equals(label.key())
                && item.detail().equals(label.detail()) || item.role() == Role.WEEKDAY && label.restsOn(item)
                || word && (item.role() == Role.WORD || item.role() == Role.NAME)
                        && isFormOf(item.key(), label.key()));
    }

    /** The one is the other's end, or its beginning but for an ending. */
    private static boolean isFormOf(String one, String other) {
        boolean ending = Math.min(one.length(), other.length()) >= STEM
                && Math.abs(one.length() - other.length()) <= 2
                && (one.startsWith(other) || other.startsWith(one));
        return ending || one.endsWith(other) || other.endsWith(one);
    }

    /** The sentence says of two things what the source says of one. */
    boolean isSaidTooOften(Item value) {
        long times = said.stream().filter(item -> item.role() == value.role() && item.key().equals(value.key())
                && item.detail().equals(value.detail())).count();
        return times > 1 && isCounted(value) && times > source.statements().stream()
                .flatMap(statement -> statement.own().stream()).filter(value::restsOn).count();
    }

    private static boolean isCounted(Item value) {
        return switch (value.role()) {
            case AMOUNT -> !value.key().equals("0");
            case NUMBER -> !value.detail().isEmpty();
            case DATE, TIME, WEEKDAY, PHONE -> true;
            default -> false;
        };
    }
}
