package se.lotsen.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.lotsen.answering.Answer;
import se.lotsen.conversation.AnswerKind;

/**
 * One row of a question file.
 *
 * @param id unique in the file
 * @param lang language code of the question
 * @param expected the kinds that are right; never empty
 * @param pages the page ids that are right; empty where none is
 * @param question as a citizen types it
 * @param facts strings that must all appear in the answer
 */
public record QuestionRow(String id, String lang, Set<AnswerKind> expected, Set<String> pages,
        String question,
        List<String> facts) {
    private static final List<String> COLUMNS = List.of("id", "lang", "expected", "pages", "question",
            "facts");

    /** Whether a page of the knowledge base answers it, whatever else would be right too. */
    public boolean isAnswerable() {
        return expected.contains(AnswerKind.ANSWERED) && !pages.isEmpty();
    }

    /** Whether a right page is the first of the sources. */
    public boolean isRightPageFirst(Answer answer) {
        return isRightPageFirst(GivenAnswer.of(answer));
    }

    boolean isRightPageFirst(GivenAnswer answer) {
        return pages.contains(answer.firstPage());
    }

    /** Kind and page right and every fact there; the page counts only where the answer is made of one. */
    public boolean isStrictlyRight(Answer answer) {
        return isStrictlyRight(GivenAnswer.of(answer));
    }

    boolean isStrictlyRight(GivenAnswer answer) {
        boolean page = !answer.isAnswered() || pages.isEmpty() || isRightPageFirst(answer);
        return expected.contains(answer.kind()) && page
                && (!answer.isAnswered() || facts.stream().allMatch(answer.text()::contains));
    }

    /** The same row with its question in other words. */
    QuestionRow asking(String otherwise) {
        return new QuestionRow(id, lang, expected, pages, otherwise, facts);
    }

    /** The expected kinds, joined by {@code |} in the order of the contract. */
    public String expectedText() {
        return expected.stream().sorted().map(AnswerKind::wireName).collect(Collectors.joining("|"));
    }

    /** The right pages in alphabetical order, joined by {@code |}; {@code -} where there is none. */
    public String pagesText() {
        return pages.isEmpty() ? "-" : pages.stream().sorted().collect(Collectors.joining("|"));
    }

    /** @throws EvaluationInputException naming file, line and what is wrong */
    static List<QuestionRow> read(Path file) {
        return of(file.toString(), lines(file));
    }

    /**
     * The rows in a file's lines.
     *
     * @param file its name, for the message
     * @throws EvaluationInputException naming file, line and what is wrong
     */
    public static List<QuestionRow> of(String file, List<String> lines) {
        List<QuestionRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean header = false;
        int number = 0;
        for (String line : lines) {
            String where = file + ":" + ++number + ": ";
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (header) {
                rows.add(unused(ids, where, row(where, cells)));
            } else {
                requireHeader(where, cells);
                header = true;
            }
        }
        if (rows.isEmpty()) {
            throw new EvaluationInputException(file + ": no rows; write one question on each line below the"
                    + " header " + String.join("<tab>", COLUMNS));
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (!lines.isEmpty()) {
                // Editors on Windows put an invisible mark before the first line.
                lines.set(0, lines.getFirst().replaceFirst("^\uFEFF", ""));
            }
            return lines;
        } catch (IOException e) {
            throw EvaluationInputException.unreadable(file, e);
        }
    }

    private static void requireHeader(String where, String[] cells) {
        if (cells.length < 5
                || !Arrays.asList(cells).equals(COLUMNS.subList(0, Math.min(cells.length, 6)))) {
            throw new EvaluationInputException(
                    where + "the header must be " + String.join("<tab>", COLUMNS));
        }
    }

    private static QuestionRow unused(Set<String> ids, String where, QuestionRow row) {
        if (row.id().isEmpty() || !ids.add(row.id())) {
            throw new EvaluationInputException(where + "the id " + row.id()
                    + " is used twice or empty; give each row its own");
        }
        return row;
    }

    private static QuestionRow row(String where, String[] cells) {
        if (cells.length < 5 || cells.length > 6) {
            throw new EvaluationInputException(
                    where + "expected 5 or 6 cells separated by tabs, found " + cells.length);
        }
        Set<AnswerKind> kinds = EnumSet.noneOf(AnswerKind.class);
        try {
            alternatives(cells[2]).forEach(name -> kinds.add(kind(name)));
        } catch (EvaluationInputException e) {
            throw new EvaluationInputException(where + e.getMessage());
        }
        if (kinds.isEmpty() || cells[4].isBlank()) {
            throw new EvaluationInputException(where + "expected and question must not be empty");
        }
        return new QuestionRow(cells[0].strip(), cells[1].strip(), kinds, Set.copyOf(alternatives(cells[3])),
                cells[4].strip(), cells.length == 6 ? alternatives(cells[5]) : List.of());
    }

    private static List<String> alternatives(String cell) {
        return Arrays.stream(cell.split("\\|")).map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equals("-")).distinct().toList();
    }

    /** The kind with the contract's name; refuses any other, naming those there are. */
    static AnswerKind kind(String name) {
        return Arrays.stream(AnswerKind.values()).filter(kind -> kind.wireName().equals(name)).findFirst()
                .orElseThrow(() -> new EvaluationInputException(
                        "unknown kind " + name + "; the kinds are " + Arrays.stream(AnswerKind.values())
                                .map(AnswerKind::wireName).collect(Collectors.joining(", "))));
    }
}
