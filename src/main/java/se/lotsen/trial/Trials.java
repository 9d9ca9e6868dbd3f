package se.lotsen.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import se.lotsen.answering.Answer;
import se.lotsen.answering.AnswerDesks;
import se.lotsen.answering.DraftDesk;
import se.lotsen.evaluation.QuestionRow;
import se.lotsen.knowledge.KnowledgeFolder;
import se.lotsen.trial.ChangedAnswer.Effect;

/**
 * Asks the same questions of two states of the knowledge base. Every question is asked, not those alone that a change seems
 * to touch: a word that is new on one page weighs less on all others. It blocks for some milliseconds a question, and leaves
 * a processor to those who ask meanwhile.
 */
public final class Trials {
    private final AnswerDesks desks;

    /** @param desks opens each state */
    public Trials(AnswerDesks desks) {
        this.desks = desks;
    }

    /**
     * What changes between two states of the folder.
     *
     * @param progress hears how many questions are done; called from several threads
     * @throws se.lotsen.knowledge.KnowledgeUnusable when one of the states lacks what no answer can do without
     */
    public Comparison compare(KnowledgeFolder before, KnowledgeFolder after, List<TrialQuestion> questions,
            IntConsumer progress) {
        try (DraftDesk now = desks.over(before); DraftDesk then = desks.over(after)) {
            AtomicInteger done = new AtomicInteger();
            List<Asked> asked = each(questions, question -> {
                Asked both = new Asked(question, now.ask(question.text()), then.ask(question.text()));
                progress.accept(done.incrementAndGet());
                return both;
            });
            return comparison(asked);
        }
    }

    private record Asked(TrialQuestion question, Answer before, Answer after) {
        boolean wasRight() {
            return question.row() != null && question.row().isStrictlyRight(before);
        }

        boolean isRight() {
            return question.row() != null && question.row().isStrictlyRight(after);
        }

        @Nullable
        ChangedAnswer change() {
            TrialAnswer old = TrialAnswer.of(before);
            TrialAnswer fresh = TrialAnswer.of(after);
            Effect effect = effect(question.row(), old, fresh);
            return old.looksLike(fresh) && effect == Effect.OTHER
                    ? null
                    : new ChangedAnswer(question, old, fresh, effect);
        }

        private Effect effect(@Nullable QuestionRow row, TrialAnswer old, TrialAnswer fresh) {
            if (row != null) {
                return wasRight() == isRight()
                        ? Effect.OTHER
                        : isRight() ? Effect.IMPROVEMENT : Effect.REGRESSION;
            }
            return old.isAnswered() == fresh.isAnswered()
                    ? Effect.OTHER
                    : fresh.isAnswered() ? Effect.WON : Effect.LOST;
        }
    }

    private static Comparison comparison(List<Asked> asked) {
        List<ChangedAnswer> changes = new ArrayList<>();
        for (Asked one : asked) {
            ChangedAnswer change = one.change();
            if (change != null) {
                changes.add(change);
            }
        }
        changes.sort(Comparator.comparingInt(Trials::weight)
                .thenComparingInt(change -> -change.question().times()));
        return new Comparison(asked.size(),
                (int) asked.stream().filter(one -> one.question().isGolden()).count(),
                (int) asked.stream().filter(Asked::wasRight).count(),
                (int) asked.stream().filter(Asked::isRight).count(),
                List.copyOf(changes));
    }

    private static int weight(ChangedAnswer change) {
        return switch (change.effect()) {
            case REGRESSION -> 0;
            case LOST -> 1;
            case OTHER -> 2;
            case WON -> 3;
            case IMPROVEMENT -> 4;
        };
    }

    private interface Work {
        Asked on(TrialQuestion question);
    }

    private static List<Asked> each(List<TrialQuestion> questions, Work work) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Asked>> all = questions.stream().<Callable<Asked>>map(one -> () -> work.on(one))
                    .toList();
            List<Asked> asked = new ArrayList<>();
            for (Future<Asked> one : pool.invokeAll(all)) {
                asked.add(one.get());
            }
            return asked;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while questions were asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question could not be asked", e.getCause());
        }
    }
}
