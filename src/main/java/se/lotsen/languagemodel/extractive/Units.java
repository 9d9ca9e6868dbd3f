package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import se.lotsen.knowledge.Statement;
import se.lotsen.knowledge.Statement.Form;
import se.lotsen.languagemodel.VoiceRequest.RankedText;

/** Cuts a passage into the units that an answer can be made of, and scores them. */
final class Units {
    /** Lists and tables up to this length are said whole: a part of them would look like all of it. */
    private static final int WHOLE_UP_TO = 5;
    /** A week of opening hours fits, and is said whole unless the question names one of its days. */
    private static final int WHOLE_UNLESS_NAMED_UP_TO = 8;
    private static final int ROWS_OF_A_LONG_ONE = 3;
    private static final double STANDS_OUT = 0.1;
    private static final double HOLDS_WHAT_IS_WANTED = 0.2;

    private final AnswerTypes types;
    private final ToIntFunction<String> wanted;
    private final Pertinence pertinence;

    Units(AnswerTypes types, String question, Pertinence pertinence) {
        this.types = types;
        this.wanted = types.wanted(question);
        this.pertinence = pertinence;
    }

    List<Unit> of(RankedText ranked, int firstOrder) {
        List<Unit> units = new ArrayList<>();
        List<Statement> statements = ranked.passage().statements();
        for (int start = 0; start < statements.size();) {
            int end = start;
            while (end < statements.size() && statements.get(end).block() == statements.get(start).block()) {
                end++;
            }
            int order = firstOrder + start;
            if (statements.get(start).form() == Form.SENTENCE) {
                sentences(ranked, statements, start, end, order, units);
            } else {
                units.add(rows(ranked, statements, start, end, order));
            }
            start = end;
        }
        return units;
    }

    private void sentences(RankedText ranked, List<Statement> all, int start, int end, int order,
            List<Unit> units) {
        for (int at = start; at < end; at++) {
            if (leadsIn(all, at)) {
                continue;
            }
            int from = at;
            while (from > start && types.isDependent(all.get(from).text())) {
                from--;
            }
            int to = at + 1;
            while (to < end
                    && (types.isCondition(all.get(to).text()) || types.isDependent(all.get(to).text()))) {
                to++;
            }
            double score = score(ranked, all.get(at));
            units.add(new Unit(ranked.passage(), all.subList(from, to), order + from - start, score));
        }
    }

    /** "Ta med:" says nothing without what follows it; it is said with the list or table. */
    private static boolean leadsIn(List<Statement> all, int at) {
        return all.get(at).text().endsWith(":") && at + 1 < all.size()
                && all.get(at + 1).form() != Form.SENTENCE;
    }

    private Unit rows(RankedText ranked, List<Statement> all, int start, int end, int order) {
        List<Statement> rows = all.subList(start, end);
        List<Statement> said = said(ranked, rows);
        double best = rows.stream().mapToDouble(row -> score(ranked, row)).max().orElse(0);
        if (start > 0 && leadsIn(all, start - 1)) {
            List<Statement> withLeadIn = new ArrayList<>(said);
            withLeadIn.addFirst(all.get(start - 1));
            return new Unit(ranked.passage(), withLeadIn, order - 1,
                    Math.max(best, score(ranked, all.get(start - 1))));
        }
        return new Unit(ranked.passage(), said, order, best);
    }

    /** Of a long table or list the rows that the question names; without such, all of a week or a few of more. */
    private List<Statement> said(RankedText ranked, List<Statement> rows) {
        if (rows.size() <= WHOLE_UP_TO) {
            return rows;
        }
        double average = rows.stream().mapToDouble(row -> score(ranked, row)).average().orElse(0);
        List<Statement> named = rows.stream().filter(row -> score(ranked, row) > average + STANDS_OUT)
                .toList();
        if (named.isEmpty() && rows.size() <= WHOLE_UNLESS_NAMED_UP_TO) {
            return rows;
        }
        List<Statement> best = (named.isEmpty() ? rows : named).stream()
                .sorted(Comparator.comparingDouble((Statement row) -> -score(ranked, row)))
                .limit(ROWS_OF_A_LONG_ONE)
                .toList();
        return rows.stream().filter(best::contains).toList();
    }

    /** Its passage's standing, what it says of the question, and whether it holds the kind of thing that is asked for. */
    private double score(RankedText ranked, Statement statement) {
        return ranked.weight() + pertinence.of(statement.text(), ranked.passage())
                + HOLDS_WHAT_IS_WANTED * wanted.applyAsInt(statement.text());
    }
}
