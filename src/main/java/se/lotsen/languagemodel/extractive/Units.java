package se.lotsen.languagemodel.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.lotsen.knowledge.Statement;
import se.lotsen.knowledge.Statement.Form;

/**
 * What is said together or not at all: a sentence with what it leans on and the conditions after it, a short list with its
 * lead-in, a row of a table.
 */
final class Units {
    /** Lists and tables up to this length are said whole: a part of them would look like all of it. */
    private static final int WHOLE_UP_TO = 5;
    private static final int WHOLE_LIST_UP_TO = 8;
    private static final int WHOLE_LIST_WORDS = 60;

    private final AnswerTypes types;

    Units(AnswerTypes types) {
        this.types = types;
    }

    /** The lines that are said with a line, itself among them, in the page's order. */
    List<Line> with(Line line) {
        List<Integer> places = new ArrayList<>();
        if (line.statement().form() == Form.SENTENCE && !line.leadsIn()) {
            sentences(line).forEach(places::add);
        } else {
            rows(line, places);
        }
        return places.stream().map(line::sibling).toList();
    }

    private IntStream sentences(Line line) {
        List<Statement> all = line.passage().statements();
        int from = line.at();
        while (from > 0 && isSameBlock(all, from - 1, from) && types.isDependent(all.get(from).text())) {
            from--;
        }
        int to = line.at() + 1;
        while (to < all.size() && isSameBlock(all, to, to - 1) && types.isCondition(all.get(to).text())) {
            to++;
        }
        return IntStream.range(from, to);
    }

    private static boolean isSameBlock(List<Statement> all, int one, int other) {
        return all.get(one).block() == all.get(other).block();
    }

    private static void rows(Line line, List<Integer> places) {
        List<Statement> all = line.passage().statements();
        int row = line.leadsIn() ? line.at() + 1 : line.at();
        int start = row;
        while (start > 0 && isSameBlock(all, start - 1, row)) {
            start--;
        }
        int end = row + 1;
        while (end < all.size() && isSameBlock(all, end, row)) {
            end++;
        }
        if (start > 0 && line.sibling(start - 1).leadsIn()) {
            places.add(start - 1);
        }
        (isWhole(all.subList(start, end)) || line.leadsIn()
                ? IntStream.range(start, end)
                : IntStream.of(row)).forEach(places::add);
    }

    private static boolean isWhole(List<Statement> rows) {
        int words = rows.stream().mapToInt(row -> row.text().split("\\s+").length).sum();
        return rows.size() <= WHOLE_UP_TO || rows.getFirst().form() == Form.LIST_ITEM
                && rows.size() <= WHOLE_LIST_UP_TO && words <= WHOLE_LIST_WORDS;
    }
}
