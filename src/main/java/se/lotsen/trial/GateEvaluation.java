package se.lotsen.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.lotsen.answering.Answer;
import se.lotsen.evaluation.EvaluationInputException;
import se.lotsen.evaluation.QuestionRow;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.knowledge.Page;

/**
 * Holds what the gate foresees against what happens: each edit is written into a folder that a service answers from, every
 * question is asked of that service before and after, and what a resident sees differently is the truth. The service reads
 * files and updates its index; the gate reads a draft and indexes that.
 */
public final class GateEvaluation {
    private final KnowledgeFolder folder;
    private final Trials trials;
    private final Service service;

    /** @param service answers from a copy of the folder */
    public GateEvaluation(KnowledgeFolder folder, Trials trials, Service service) {
        this.folder = folder;
        this.trials = trials;
        this.service = service;
    }

    /** Something that answers from files. */
    public interface Service {
        /** The file now has this text, and is served. */
        void publish(String file, String text);

        /** The answer to each question, by the question's id. */
        Map<String, Answer> ask(List<TrialQuestion> questions);
    }

    /**
     * A change of a page, as a line of a file says it.
     *
     * @param find stands once in the page's file
     * @param visible whether its writer thought that some answer may change
     */
    public record Edit(String id, String page, String change, String find, String replace, boolean visible) {
    }

    /**
     * What was found over all edits.
     *
     * @param found answers that change, and that the gate names
     * @param missed answers that change, and that it does not name
     * @param extra answers that it names and that do not change
     * @param affecting edits that change any answer
     * @param seconds the gate's time for each edit, in the edits' order
     */
    public record Figures(int edits, int questions, int found, int missed, int extra, int affecting,
            List<Double> seconds) {

        /** The share of the named answers that change; 1 where none is named. */
        public double precision() {
            return found + extra == 0 ? 1 : (double) found / (found + extra);
        }

        /** The share of the changing answers that are named; 1 where none changes. */
        public double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        /** The longest look, in seconds. */
        public double longest() {
            return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        /** The look in the middle, in seconds. */
        public double median() {
            return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElse(0.0);
        }
    }

    /** The test questions of a folder, and others with ids of their own. */
    public static List<TrialQuestion> questions(KnowledgeFolder folder, Map<String, String> more) {
        List<TrialQuestion> questions = new ArrayList<>(TrialQuestions.golden(folder));
        more.forEach((id, text) -> questions.add(new TrialQuestion(id, text, 1, (QuestionRow) null)));
        return questions;
    }

    /**
     * @param progress hears each edit that is done
     * @throws EvaluationInputException when an edit does not fit its page
     */
    public Figures run(List<Edit> edits, List<TrialQuestion> questions, Consumer<String> progress) {
        Map<String, Page> pages = se.lotsen.knowledge.Library.read(folder).pages();
        Map<String, TrialAnswer> before = seen(questions);
        int found = 0;
        int missed = 0;
        int extra = 0;
        int affecting = 0;
        List<Double> seconds = new ArrayList<>();
        for (Edit edit : edits) {
            String file = Optional.ofNullable(pages.get(edit.page())).map(Page::file)
                    .orElseThrow(() -> new EvaluationInputException(
                            edit.id() + ": there is no page " + edit.page()));
            String text = folder.read(file, finding -> {
            }).orElseThrow();
            Set<String> named = named(file, edited(edit, text), questions, seconds);
            Set<String> changed = changed(file, text, edited(edit, text), questions, before);
            affecting += changed.isEmpty() ? 0 : 1;
            found += (int) named.stream().filter(changed::contains).count();
            extra += (int) named.stream().filter(id -> !changed.contains(id)).count();
            missed += (int) changed.stream().filter(id -> !named.contains(id)).count();
            progress.accept(edit.id() + ": " + named.size() + " named, " + changed.size() + " changed");
        }
        return new Figures(edits.size(), questions.size(), found, missed, extra, affecting, seconds);
    }

    private static String edited(Edit edit, String text) {
        int at = text.indexOf(edit.find());
        if (at < 0 || text.indexOf(edit.find(), at + 1) >= 0) {
            throw new EvaluationInputException(
                    edit.id() + ": what is to be found must stand once in " + edit.page());
        }
        return text.substring(0, at) + edit.replace() + text.substring(at + edit.find().length());
    }

    private Set<String> named(String file, String text, List<TrialQuestion> questions, List<Double> seconds) {
        long begun = System.nanoTime();
        Comparison comparison = trials.compare(folder, folder.with(Map.of(file, Optional.of(text))),
                questions, done -> {
                });
        seconds.add(Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
        return comparison.changes().stream().filter(change -> !change.before().looksLike(change.after()))
                .map(change -> change.question().id()).collect(Collectors.toSet());
    }

    private Set<String> changed(String file, String text, String edited, List<TrialQuestion> questions,
            Map<String, TrialAnswer> before) {
        service.publish(file, edited);
        Map<String, TrialAnswer> after = seen(questions);
        service.publish(file, text);
        Set<String> changed = new HashSet<>();
        after.forEach((id, answer) -> {
            if (!answer.looksLike(Objects.requireNonNull(before.get(id)))) {
                changed.add(id);
            }
        });
        return changed;
    }

    private Map<String, TrialAnswer> seen(List<TrialQuestion> questions) {
        Map<String, TrialAnswer> seen = new HashMap<>();
        service.ask(questions).forEach((id, answer) -> seen.put(id, TrialAnswer.of(answer)));
        return seen;
    }
}
