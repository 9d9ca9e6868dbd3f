package se.lotsen.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.lotsen.confidence.CalibrationFile;
import se.lotsen.confidence.GradedEvidence;
import se.lotsen.conversation.AnswerKind;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Library;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.privacy.PublicContacts;
import se.lotsen.retrieval.IndexedPage;
import se.lotsen.retrieval.PageSearch;
import se.lotsen.retrieval.Retrieval;
import se.lotsen.retrieval.Synonyms;

/** Gathers graded cases from question files, from grades by editors and agents, and from BEIR sets. */
final class CalibrationCases implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})$");
    private static final double HALF = 0.5;
    /** The pages' language. */
    static final String HOME = "sv";

    private final PageSearch search;
    private final PageSearch.@Nullable Meanings meanings;
    private final PersonalDataMask mask = new PersonalDataMask(PublicContacts.none());
    private final List<GradedEvidence> cases = new ArrayList<>();
    private final List<CalibrationFile.Source> sources = new ArrayList<>();
    private final List<String> outdated = new ArrayList<>();
    private double reciprocalRanks;
    private int leftOut;
    private int heldOut;

    /**
     * Over the pages of a knowledge base, as the service would find them.
     *
     * @param meanings null for words alone
     */
    CalibrationCases(KnowledgeFolder folder, PageSearch.@Nullable Meanings meanings) {
        this.meanings = meanings;
        Synonyms synonyms = Synonyms.read(folder, finding -> {
            // "check" reports a broken list; without it the questions are found all the same
        }).orElse(new Synonyms(""));
        this.search = PageSearch.of(
                Library.read(folder).pages().values().stream().map(IndexedPage::of).toList(), synonyms,
                meanings);
    }

    /** Begins anew, over the same pages. */
    void clear() {
        cases.clear();
        sources.clear();
        outdated.clear();
        reciprocalRanks = 0;
        leftOut = 0;
        heldOut = 0;
    }

    /** The mean of one over the right page's rank, over the answerable questions; 0 where it is not found. */
    double meanReciprocalRank() {
        return reciprocalRanks / Math.max(1, cases.stream().filter(GradedEvidence::answerable).count());
    }

    /**
     * A question file. Only rows in the languages given count that reach the confidence: those that a page answers, and those for which
     * {@code no_answer} is right. What other rows expect (emergencies, referrals, a person asked for) is decided before it.
     *
     * @param languages which languages count
     * @param withoutEveryThird leaves out the rows whose id ends in a number of remainder 1 when divided by 3
     */
    void questions(Path file, Predicate<String> languages, boolean withoutEveryThird) {
        List<GradedEvidence> graded = new ArrayList<>();
        for (QuestionRow row : QuestionRow.read(file)) {
            boolean reaches = row.isAnswerable() || row.expected().contains(AnswerKind.NO_ANSWER);
            if (withoutEveryThird && isHeldOut(file, row.id())) {
                heldOut++;
            } else if (!languages.test(row.lang()) || !reaches) {
                leftOut++;
            } else {
                Retrieval retrieval = retrieve(row.question(), row.lang());
                boolean right = row.isAnswerable() && row.pages().contains(first(retrieval));
                String group = row.pages().isEmpty()
                        ? row.id()
                        : String.join("|", new TreeSet<>(row.pages()));
                reciprocalRanks += row.isAnswerable() ? reciprocalRank(retrieval, row.pages()) : 0;
                graded.add(new GradedEvidence(retrieval.evidence(), group, row.isAnswerable(), right));
            }
        }
        add(file.getFileName().toString(), graded);
    }

    private static boolean isHeldOut(Path file, String id) {
        Matcher number = NUMBER.matcher(id);
        if (!number.find()) {
            throw new EvaluationInputException(file + ": the id " + id
                    + " does not end in a number; give ids such as g001, or do without --without-every-third");
        }
        return Integer.parseInt(number.group(1)) % 3 == 1;
    }

    /**
     * Grades, one JSON object on each line, see {@link GradedLine}. Each line is one case and weighs as much as a row of a
     * question file. It counts where the page that it is about comes first now; where another page does, it says something
     * only if it names the right one. What was not answered from a page says nothing of the ranking, and an outdated page
     * is no fault of the ranking: both are left out, the latter named for editors.
     */
    void grades(Path file) {
        List<GradedEvidence> graded = new ArrayList<>();
        JsonLines.read(file, line -> grade(GradedLine.read(line), graded));
        add(file.getFileName().toString(), graded);
    }

    private void grade(GradedLine grade, List<GradedEvidence> graded) {
        if (grade.outdated()) {
            outdated.add(grade.page() + ": " + grade.question());
            return;
        }
        Boolean right = grade.right();
        if (right == null || !grade.lang().equals(HOME)) {
            leftOut++;
            return;
        }
        Retrieval retrieval = retrieve(grade.question(), HOME);
        boolean first = grade.page().equals(first(retrieval));
        if (right || first) {
            graded.add(new GradedEvidence(retrieval.evidence(), grade.page(), right, right && first));
        } else {
            leftOut++;
        }
    }

    /** A BEIR set with the right documents of half its questions removed. */
    void beir(Path folder, String split, long seed) {
        String name = folder.getFileName().toString();
        add(name + "/" + split, new AbstentionSplits(BeirSet.read(folder, split), meanings).hard(HALF, seed)
                .stream()
                .map(one -> new GradedEvidence(one.evidence(), name + ":" + one.group(), one.answerable(),
                        one.right()))
                .toList());
    }

    private Retrieval retrieve(String question, String language) {
        return search.retrieve(mask.mask(question).withoutPlaceholders(), language);
    }

    private static double reciprocalRank(Retrieval retrieval, Set<String> right) {
        int rank = 0;
        for (Retrieval.RankedPage page : retrieval.pages()) {
            rank++;
            if (right.contains(page.page())) {
                return 1.0 / rank;
            }
        }
        return 0;
    }

    private static String first(Retrieval retrieval) {
        return retrieval.pages().isEmpty() ? "" : retrieval.pages().getFirst().page();
    }

    private void add(String name, List<GradedEvidence> graded) {
        cases.addAll(graded);
        sources.add(new CalibrationFile.Source(name, graded.size(),
                (int) graded.stream().filter(GradedEvidence::answerable).count(),
                (int) graded.stream().filter(GradedEvidence::right).count()));
    }

    List<GradedEvidence> cases() {
        return List.copyOf(cases);
    }

    List<CalibrationFile.Source> sources() {
        return List.copyOf(sources);
    }

    /** Graded questions whose page does not hold any more, each behind its page. */
    List<String> outdated() {
        return List.copyOf(outdated);
    }

    /** Rows that never reach the confidence, or say nothing about it. */
    int leftOut() {
        return leftOut;
    }

    /** Rows that were kept for the measurement at the end. */
    int heldOut() {
        return heldOut;
    }

    @Override
    public void close() {
        search.close();
    }
}
