package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A row of a file of needs.
 *
 * @param page the page that is right
 * @param phrasings what an editor adds to it
 * @param heldOut other wordings, which nobody adds
 * @param part of the file, such as {@code held-out}
 */
record GapNeed(String page, List<String> phrasings, List<String> heldOut, String part) {
    private static final List<String> COLUMNS = List.of("id", "page", "phrasing1", "phrasing2", "phrasing3",
            "phrasing4", "heldout1", "heldout2", "heldout3", "part");
    private static final int PHRASINGS = 2;
    private static final int HELD_OUT = 6;
    private static final int PART = 9;

    /** @throws EvaluationInputException naming file, line and what is wrong */
    static List<GapNeed> read(Path file) {
        List<GapNeed> needs = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                number++;
                List<String> cells = Arrays.asList(line.split("\t", -1));
                if (number == 1 ? !cells.equals(COLUMNS) : cells.size() != COLUMNS.size()) {
                    throw new EvaluationInputException(file + ":" + number + ": the columns are "
                            + String.join("<tab>", COLUMNS));
                }
                if (number > 1) {
                    needs.add(new GapNeed(cells.get(1), filled(cells, PHRASINGS, HELD_OUT),
                            filled(cells, HELD_OUT, PART), cells.get(PART)));
                }
            }
        } catch (IOException e) {
            throw EvaluationInputException.unreadable(file, e);
        }
        if (needs.isEmpty()) {
            throw new EvaluationInputException(file + ": no needs; write one on each line below the header");
        }
        return needs;
    }

    private static List<String> filled(List<String> cells, int from, int to) {
        return cells.subList(from, to).stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
    }
}
