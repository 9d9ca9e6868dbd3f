package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/**
 * A sentence that follows one statement of the source nearly word by word may differ in words, but not have another value,
 * name, limit or negation in the place of the statement's. The two are laid side by side by their longest common
 * subsequence (Hirschberg 1975), and what stands between two common pieces is compared.
 */
final class NearQuotation {
    /** The share of the sentence's pieces that makes it follow a statement; set by measurement. */
    private static final double FOLLOWS = 0.5;
    private static final int ABOUT = 3;

    private final List<Item> said;
    private final List<Item> items;
    private final Source source;

    NearQuotation(Reading sentence, Source source) {
        this.said = sentence.pieces();
        this.items = sentence.items();
        this.source = source;
    }

    void faults(Consumer<Fault> faults) {
        int longest = (int) Math.max(1, Math.ceil(FOLLOWS * said.size()));
        int least = Integer.MAX_VALUE;
        List<Fault> found = List.of();
        for (ReadStatement statement : source.statements()) {
            if (statement.heading() || source.overlap(items, statement) < FOLLOWS / 2) {
                continue;
            }
            CommonPieces common = new CommonPieces(said, statement.pieces());
            int left = statement.pieces().size() - common.length();
            if (common.length() < longest || common.length() == longest && left > least) {
                continue;
            }
            List<Fault> here = differences(common, statement.pieces());
            boolean even = common.length() == longest && left == least;
            found = even && found.size() <= here.size() ? found : here;
            longest = common.length();
            least = left;
        }
        found.forEach(faults);
    }

    private List<Fault> differences(CommonPieces pieces, List<Item> held) {
        List<Fault> faults = new ArrayList<>();
        Set<Item> common = Collections.newSetFromMap(new IdentityHashMap<>());
        pieces.pairs().forEach(pair -> {
            common.add(said.get(pair[0]));
            common.add(held.get(pair[1]));
        });
        if (said.size() == held.size() && pieces.length() == said.size() - 1) {
            return changed(common, held);
        }
        int fromSaid = 0;
        int fromHeld = 0;
        for (int[] pair : pieces.pairs()) {
            between(fromSaid, pair[0], held, fromHeld, pair[1], common, faults);
            fromSaid = pair[0] + 1;
            fromHeld = pair[1] + 1;
        }
        between(fromSaid, said.size(), held, fromHeld, held.size(), common, faults);
        return faults;
    }

    /** All but one piece are the statement's, though that one may stand elsewhere. */
    private List<Fault> changed(Set<Item> common, List<Item> held) {
        Item ours = said.stream().filter(piece -> !common.contains(piece)).findFirst().orElseThrow();
        Item theirs = held.stream().filter(piece -> !common.contains(piece)).findFirst().orElseThrow();
        boolean operators = isOperator(ours) || isOperator(theirs);
        boolean differ = operators
                ? !ours.restsOn(theirs)
                : isOther(ours, theirs) || isExchanged(ours, theirs);
        return differ
                ? List.of(new Fault(kind(isOperator(theirs) ? theirs : ours), ours.written()))
                : List.of();
    }

    private void between(int fromSaid, int toSaid, List<Item> held, int fromHeld, int toHeld,
            Set<Item> common,
            List<Fault> faults) {
        List<Item> ours = said.subList(fromSaid, toSaid);
        List<Item> theirs = held.subList(fromHeld, toHeld);
        for (Item item : ours) {
            if (isOperator(item)) {
                boolean moved = near(held, fromHeld, toHeld).stream()
                        .anyMatch(other -> !common.contains(other) && item.restsOn(other));
                boolean turned = theirs.stream().anyMatch(other -> other.role() == item.role());
                if (!moved && (turned || item.role() != Role.MODALITY)) {
                    faults.add(new Fault(item.role().fault(), item.written()));
                }
            } else if (theirs.stream().anyMatch(other -> isOther(item, other))
                    && theirs.stream().noneMatch(item::restsOn)) {
                faults.add(new Fault(kind(item), item.written()));
            }
        }
        boolean onlyOperators = !theirs.isEmpty() && theirs.stream().allMatch(NearQuotation::isOperator);
        for (Item item : theirs) {
            if (onlyOperators && item.role() != Role.MODALITY
                    && near(said, fromSaid, toSaid).stream()
                            .noneMatch(other -> !common.contains(other) && item.restsOn(other))) {
                faults.add(new Fault(item.role().fault(), item.written()));
            }
        }
        if (ours.size() == 1 && theirs.size() == 1 && isExchanged(ours.getFirst(), theirs.getFirst())) {
            faults.add(new Fault(kind(ours.getFirst()), ours.getFirst().written()));
        }
    }

    private static List<Item> near(List<Item> pieces, int from, int to) {
        return pieces.subList(Math.max(0, from - ABOUT), Math.min(pieces.size(), to + ABOUT));
    }

    private static boolean isOperator(Item item) {
        return item.role() == Role.NEGATION || item.role() == Role.QUANTIFIER || item.role() == Role.MODALITY;
    }

    private static boolean isOther(Item item, Item other) {
        if (item.role() == Role.NAME && isFormOf(item.key(), other.key())) {
            return false;
        }
        boolean hours = item.role() == Role.TIME && other.role() == Role.OPPOSITE
                || item.role() == Role.OPPOSITE && other.role() == Role.TIME && !item.restsOn(other);
        return hours || item.rivals(other) && !other.restsOn(item);
    }

    /** One word in the place of another: a name for a name, or a word that the source uses of something else. */
    private boolean isExchanged(Item ours, Item theirs) {
        boolean words = (ours.role() == Role.WORD || ours.role() == Role.NAME)
                && (theirs.role() == Role.WORD || theirs.role() == Role.NAME);
        boolean names = ours.isCapital() && theirs.isCapital() && !Words.isGlue(ours.written());
        return words && (names || source.holds(ours.key())) && !isFormOf(ours.key(), theirs.key());
    }

    private static boolean isFormOf(String one, String other) {
        return one.startsWith(other) || other.startsWith(one) || one.endsWith(other) || other.endsWith(one);
    }

    private static Kind kind(Item item) {
        if (item.role() == Role.WORD) {
            return item.isCapital() ? Kind.ADDRESS_OR_PLACE : Kind.UNCOVERED_WORDS;
        }
        return item.role() == Role.NAME && !item.detail().isEmpty()
                ? Kind.ADDRESS_OR_PLACE
                : item.role().fault();
    }
}
