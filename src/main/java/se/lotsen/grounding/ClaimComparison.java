package se.lotsen.grounding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;
import se.lotsen.grounding.Grounding.Kind;

/** The values of a sentence against those of its translation: the same ones, each kind in the same order. */
final class ClaimComparison {
    /** Words of their own in too many phrases ("in the year 2027") to be asked for in Swedish. */
    private static final Set<String> COMMON = Set.of("day", "month", "year", "hour");

    private final Claims swedish;
    private final Claims translation;
    private final int[] partners;
    private int matched;

    ClaimComparison(Claims swedish, Claims translation) {
        this.swedish = swedish;
        this.translation = translation;
        this.partners = new int[swedish.values().size()];
    }

    /** How many values stand on both sides. */
    int matched() {
        return matched;
    }

    void check(Consumer<Fault> faults) {
        pair(false, faults);
        pair(true, faults);
        for (int at = 0; at < partners.length; at++) {
            if (partners[at] == 0 && !swedish.values().get(at).maybe()) {
                faults.accept(fault(swedish.values().get(at)));
            }
        }
        order(faults);
        units(faults);
    }

    /** Values that can be nothing else come first. */
    private void pair(boolean maybe, Consumer<Fault> faults) {
        List<Claim> said = translation.values();
        for (int at = 0; at < said.size(); at++) {
            if (said.get(at).maybe() != maybe) {
                continue;
            }
            int partner = partner(said.get(at));
            if (partner >= 0) {
                partners[partner] = at + 1;
                matched += swedish.values().get(partner).maybe() ? 0 : 1;
            } else if (!maybe) {
                faults.accept(fault(said.get(at)));
            }
        }
    }

    private static Fault fault(Claim claim) {
        Kind kind = claim.kind() == Kind.NUMBER && "kr".equals(claim.unit()) ? Kind.AMOUNT : claim.kind();
        return new Fault(kind, claim.written());
    }

    private int partner(Claim said) {
        for (int at = 0; at < partners.length; at++) {
            Claim own = swedish.values().get(at);
            if (partners[at] == 0 && own.isSame(said) && !own.differsInUnit(said)) {
                return at;
            }
        }
        return -1;
    }

    private void order(Consumer<Fault> faults) {
        Map<Kind, Integer> last = new HashMap<>();
        for (int at = 0; at < partners.length; at++) {
            Claim own = swedish.values().get(at);
            if (partners[at] > 0 && !own.maybe()) {
                Integer before = last.put(own.kind(), partners[at]);
                if (before != null && before > partners[at]) {
                    faults.accept(fault(own));
                }
            }
        }
    }

    private void units(Consumer<Fault> faults) {
        swedish.units().stream().filter(unit -> !translation.units().contains(unit))
                .forEach(unit -> faults.accept(new Fault(Kind.UNIT, unit)));
        translation.units().stream().filter(unit -> !COMMON.contains(unit) && !swedish.units().contains(unit))
                .forEach(unit -> faults.accept(new Fault(Kind.UNIT, unit)));
    }
}
