package se.lotsen.grounding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import se.lotsen.grounding.Grounding.Fault;

/**
 * A sentence that follows one statement of the source nearly word by word may differ in words, but not have another value,
 * name, limit or negation in the place of the statement's. The two are laid side by side by their longest common
 * subsequence (Hirschberg 1975), and what stands between two common pieces is compared.
 */
final class NearQuotation {
    /** The share of the sentence's pieces that makes it follow a statement; set by measurement. */
    private static final double FOLLOWS = 0.5;
    /** And the share that makes it the statement itself, in which no "not" can have been added. */
    private static final double REPEATS = 0.8;

    private final List<Item> said;
    private final List<Item> items;
    private final Source source;
    private final LeftOut leftOut;
    private final List<Operator> negations;
    private final Set<Item> backed = Collections.newSetFromMap(new IdentityHashMap<>());

    NearQuotation(Reading sentence, Source source) {
        this.said = sentence.pieces();
        this.items = sentence.items();
        this.source = source;
        this.leftOut = new LeftOut(sentence, source);
        this.negations = sentence.operators().stream().filter(one -> one.role() == Role.NEGATION).toList();
        Backing backing = new Backing(sentence, source);
        Iterator<Operator> operators = sentence.operators().iterator();
        said.stream().filter(SideBySide::isOperator)
                .forEach(piece -> {
                    if (backing.backs(operators.next())) {
                        backed.add(piece);
                    }
                });
    }

    /** The differences to the statement that it follows longest; of two alike the one with less left over. */
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
            List<Fault> here = new ArrayList<>(
                    new SideBySide(said, statement, common, source, backed, leftOut).faults());
            if (common.length() >= REPEATS * said.size()) {
                addedNegation(statement).ifPresent(here::add);
            }
            boolean even = common.length() == longest && left == least;
            found = even && found.size() <= here.size() ? found : here;
            longest = common.length();
            least = left;
        }
        found.forEach(faults);
    }

    /** More negations than the statement has; one of them may be borrowed from a clause that has its own. */
    private Optional<Fault> addedNegation(ReadStatement statement) {
        long held = statement.operators().stream().filter(one -> one.role() == Role.NEGATION).count();
        return negations.size() > held
                ? Optional.of(new Fault(Role.NEGATION.fault(), negations.getFirst().written()))
                : Optional.empty();
    }
}
