package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/** Compares what stands between the pieces that a sentence and a statement have in common. */
final class SideBySide {
    private static final int NEAR = 3;

    private final List<Item> said;
    private final ReadStatement statement;
    private final List<Item> held;
    private final CommonPieces pieces;
    private final Source source;
    private final Set<Item> backed;
    private final LeftOut leftOut;
    private final Set<Item> common = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param backed operators of the sentence that the source is known to hold
     * @param leftOut knows the statement's operators that may be missing
     */
    SideBySide(List<Item> said, ReadStatement statement, CommonPieces pieces, Source source, Set<Item> backed,
            LeftOut leftOut) {
        this.backed = backed;
        this.leftOut = leftOut;
        this.said = said;
        this.statement = statement;
        this.held = statement.pieces();
        this.pieces = pieces;
        this.source = source;
        pieces.pairs().forEach(pair -> {
            common.add(said.get(pair[0]));
            common.add(held.get(pair[1]));
        });
    }

    List<Fault> faults() {
        if (said.size() == held.size() && pieces.length() == said.size() - 1) {
            onePiece();
            return faults;
        }
        int fromSaid = 0;
        int fromHeld = 0;
        for (int[] pair : pieces.pairs()) {
            between(fromSaid, pair[0], fromHeld, pair[1]);
            fromSaid = pair[0] + 1;
            fromHeld = pair[1] + 1;
        }
        between(fromSaid, said.size(), fromHeld, held.size());
        return faults;
    }

    /** All but one piece are the statement's, though that one may stand elsewhere. */
    private void onePiece() {
        Item ours = unmatched(said).orElseThrow();
        Item theirs = unmatched(held).orElseThrow();
        boolean operators = isOperator(ours) || isOperator(theirs);
        boolean saidPlainly = ours.role() == Role.MODALITY && !isOperator(theirs);
        if (backed.contains(ours) || saidPlainly || isOperator(theirs) && mayBeLeftOut(theirs)) {
            return;
        }
        boolean figures = isFigure(ours) && isFigure(theirs) && !ours.restsOn(theirs);
        if (figures
                || (operators ? !ours.restsOn(theirs) : isOther(ours, theirs) || isExchanged(ours, theirs))) {
            fault(isOperator(theirs) ? theirs.role().fault() : kind(ours), ours);
        }
    }

    /** A sum in the place of a share is as wrong as another sum. */
    private static boolean isFigure(Item item) {
        return item.role() == Role.NUMBER || item.role() == Role.AMOUNT;
    }

    private Optional<Item> unmatched(List<Item> side) {
        return side.stream().filter(piece -> !common.contains(piece)).findFirst();
    }

    private void between(int fromSaid, int toSaid, int fromHeld, int toHeld) {
        List<Item> ours = said.subList(fromSaid, toSaid);
        List<Item> theirs = held.subList(fromHeld, toHeld);
        for (Item item : ours) {
            if (isOperator(item)) {
                operator(item, ours, theirs);
            } else if (theirs.stream().anyMatch(other -> isOther(item, other)) && !isMoved(item)) {
                fault(kind(item), item);
            }
        }
        if (!theirs.isEmpty() && theirs.stream().allMatch(SideBySide::isOperator)) {
            theirs.forEach(item -> leftOut(item, fromSaid, toSaid));
        }
        if (ours.size() == 1 && theirs.size() == 1 && isExchanged(ours.getFirst(), theirs.getFirst())
                && !isMoved(ours.getFirst())) {
            fault(kind(ours.getFirst()), ours.getFirst());
        }
    }

    /** It stands in the statement too, at another place that nothing of the sentence has taken. */
    private boolean isMoved(Item item) {
        if (item.role() == Role.OPPOSITE && held.stream().anyMatch(item::restsOn)) {
            return true;
        }
        return held.stream().anyMatch(other -> !common.contains(other)
                && (item.restsOn(other) || item.role() == Role.WORD && item.key().equals(other.key())));
    }

    /** One that comes with words of its own, where the statement has none, belongs to another statement. */
    private void operator(Item item, List<Item> ours, List<Item> theirs) {
        if (backed.contains(item) || theirs.isEmpty() && !ours.stream().allMatch(SideBySide::isOperator)) {
            return;
        }
        boolean turned = theirs.stream().anyMatch(other -> other.role() == item.role());
        if ((turned || item.role() != Role.MODALITY) && !isMoved(item)) {
            fault(item.role().fault(), item);
        }
    }

    private void leftOut(Item item, int from, int to) {
        List<Item> near = said.subList(Math.max(0, from - NEAR), Math.min(said.size(), to + NEAR));
        boolean moved = near.stream().anyMatch(other -> !common.contains(other) && item.restsOn(other));
        if (item.role() != Role.MODALITY && !mayBeLeftOut(item) && !moved) {
            fault(item.role().fault(), item);
        }
    }

    private boolean mayBeLeftOut(Item piece) {
        int before = 0;
        for (Item other : held) {
            if (other == piece) {
                return leftOut.isHarmless(statement.operators().get(before), statement);
            }
            before += isOperator(other) ? 1 : 0;
        }
        return false;
    }

    private void fault(Kind kind, Item item) {
        faults.add(new Fault(kind, item.written()));
    }

    static boolean isOperator(Item item) {
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
        boolean alike = ours.isCapital() == theirs.isCapital() && source.holds(ours.key());
        boolean things = !isJoining(ours) && !isJoining(theirs);
        return words && things && (names || alike) && !isLeantOn(ours) && !isFormOf(ours.key(), theirs.key());
    }

    private static boolean isJoining(Item item) {
        return Words.isGlue(item.written()) || Words.isLight(item.written());
    }

    /** "Kursen" may be called by its name, when the sentence before gives that. */
    private boolean isLeantOn(Item ours) {
        return statement.items().subList(0, statement.start()).stream()
                .anyMatch(item -> item.key().equals(ours.key()));
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
