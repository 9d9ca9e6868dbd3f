package se.lotsen.gaps;

import se.lotsen.gaps.GapRefusal.Reason;
import se.lotsen.knowledge.Page;

/**
 * Adds a row to a file of test questions (columns id, lang, expected, pages, question, facts). Of the rows that stand there
 * it reads the ids alone: a test is no good to whoever has learned it by heart.
 */
final class TestQuestions {
    /** The file, in the knowledge-base folder. */
    static final String FILE = "golden-questions.tsv";
    private static final String HEADER = "id\tlang\texpected\tpages\tquestion\tfacts\n";
    private static final String PREFIX = "lucka-";
    private static final int DIGITS = 10;

    private TestQuestions() {
    }

    /**
     * A row's id is made of its question, so that the same question is not added twice.
     *
     * @param file the whole file; empty when there is none yet
     * @param page the page that is right
     * @throws GapRefusal when the question is empty, or a test question already
     */
    static String add(String file, String language, String page, String question) {
        String plain = question.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            throw new GapRefusal(Reason.TEXT);
        }
        String before = file.isEmpty() ? HEADER : file.endsWith("\n") ? file : file + "\n";
        String id = PREFIX
                + Page.digestOf(language + "\n" + QuestionClusters.key(plain)).substring(0, DIGITS);
        if (before.lines().anyMatch(line -> line.startsWith(id + "\t"))) {
            throw new GapRefusal(Reason.TESTED);
        }
        return before + String.join("\t", id, language, "answered", page, plain, "") + "\n";
    }
}
