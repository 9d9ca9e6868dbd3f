package se.lotsen.editor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which pages are listed and in which order, as the address says it.
 *
 * @param words parts of a title, an id or an owner; empty for all
 * @param state null for all
 * @param owner empty for all
 * @param origin of a draft, by its name; empty for all
 */
public record PageFilter(String words, @Nullable PageState state, String owner, String origin, Order order) {

    /** How pages follow one another. */
    public enum Order {
        /** What is to be done first. */
        URGENT,
        /** By title. */
        TITLE,
        /** The one to be reviewed first. */
        REVIEW,
        /** The one that residents meet most. */
        HITS
    }

    static PageFilter of(MultiValueMap<String, String> form) {
        return new PageFilter(text(form, "sok"), one(PageState.values(), text(form, "lage")).orElse(null),
                text(form, "agare"), text(form, "ursprung"),
                one(Order.values(), text(form, "ordning")).orElse(Order.URGENT));
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    List<PageRow> of(List<PageRow> rows) {
        return rows.stream().filter(this::shows).sorted(comparator()).toList();
    }

    private boolean shows(PageRow row) {
        String all = (row.title() + ' ' + row.file() + ' ' + row.owner()).toLowerCase(Locale.ROOT);
        boolean found = Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
        return found && (state == null || row.states().contains(state))
                && (owner.isEmpty() || owner.equals(row.owner()))
                && (origin.isEmpty() || row.draft() != null && row.draft().origin().name().equals(origin));
    }

    private Comparator<PageRow> comparator() {
        Comparator<PageRow> title = Comparator.comparing(row -> row.title().toLowerCase(Locale.ROOT));
        return switch (order) {
            case URGENT -> Comparator.<PageRow>comparingInt(row -> row.states().iterator().next().ordinal())
                    .thenComparingInt(row -> -row.use().hits()).thenComparing(title);
            case TITLE -> title;
            case REVIEW ->
                Comparator.comparing(PageRow::reviewBy, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(title);
            case HITS -> Comparator.<PageRow>comparingInt(row -> -row.use().hits()).thenComparing(title);
        };
    }
}
