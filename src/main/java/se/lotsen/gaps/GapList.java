package se.lotsen.gaps;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;
import se.lotsen.audit.Actor;

/** Which gaps somebody wants to see, and in which order; anything that is no choice is the usual one. */
record GapList(Shown shown, Optional<MissReason> reason, String language, Whose whose, Order order) {

    /** By state. */
    enum Shown {
        LEFT(gap -> gap.known().state().isLeft()), CLOSED(
                gap -> gap.known().state() == GapState.CLOSED), DISMISSED(
                        gap -> gap.known().state() == GapState.DISMISSED), ALL(gap -> true);

        private final Predicate<Gap> test;

        Shown(Predicate<Gap> test) {
            this.test = test;
        }
    }

    /** By who works on it. */
    enum Whose {
        ANYBODY, MINE, NOBODY
    }

    /** Ties are broken by what was asked last. */
    enum Order {
        COUNT(Comparator.comparingInt(Gap::count)), LATEST(Comparator.comparing(Gap::lastAsked)), TREND(
                Comparator.comparingInt(gap -> gap.trend().change()));

        private final Comparator<Gap> comparator;

        Order(Comparator<Gap> comparator) {
            this.comparator = comparator;
        }
    }

    static GapList of(MultiValueMap<String, String> form) {
        return new GapList(choice(Shown.values(), form.getFirst("visa")).orElse(Shown.LEFT),
                choice(MissReason.values(), form.getFirst("orsak")),
                Optional.ofNullable(form.getFirst("sprak")).orElse(""),
                choice(Whose.values(), form.getFirst("hos")).orElse(Whose.ANYBODY),
                choice(Order.values(), form.getFirst("ordning")).orElse(Order.COUNT));
    }

    private static <T extends Enum<T>> Optional<T> choice(T[] values,
            @org.jspecify.annotations.Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    List<Gap> of(List<Gap> gaps, Actor reader) {
        return gaps.stream().filter(shown.test)
                .filter(gap -> reason.isEmpty() || gap.has(Set.of(reason.get())))
                .filter(gap -> language.isEmpty() || gap.known().language().equals(language))
                .filter(gap -> switch (whose) {
                    case ANYBODY -> true;
                    case MINE -> gap.known().isOf(reader);
                    case NOBODY -> gap.known().assignee() == null;
                })
                .sorted(order.comparator.reversed()
                        .thenComparing(Comparator.comparing(Gap::lastAsked).reversed()))
                .toList();
    }
}
