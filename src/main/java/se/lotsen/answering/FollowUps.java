package se.lotsen.answering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.confidence.ConfidencePolicy;
import se.lotsen.confidence.Verdict;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.screening.QuestionScreen;

/**
 * Asks a model to make a follow-up a question of its own, where the rules alone do not understand it. What the model writes
 * is a further search and nothing else: it counts only when it stays with the words that the citizen has used, no rule has
 * anything to say of it, and what it finds can be answered.
 */
final class FollowUps {
    /** How much of a rewritten question must be the conversation's own words. */
    private static final double OWN_WORDS = 0.75;
    private static final int BEGINNING = 4;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Optional<WritingTasks> tasks;
    private final PersonalDataMask mask;
    private final QuestionScreen screen;
    private final ConversationContext context;
    private final ConfidencePolicy policy;
    private final Scheduler search;

    FollowUps(Optional<WritingTasks> tasks, PersonalDataMask mask, QuestionScreen screen,
            ConversationContext context, ConfidencePolicy policy, Scheduler search) {
        this.tasks = tasks;
        this.mask = mask;
        this.screen = screen;
        this.context = context;
        this.policy = policy;
        this.search = search;
    }

    /** Whether a model could help with the question. */
    boolean canHelp(Turn turn) {
        return tasks.isPresent() && !turn.question().earlier().isEmpty() && !turn.use().isGivenUp();
    }

    /** The question as the model understands it, when that can be answered; else nothing. Never an error. */
    Mono<Reading> rewritten(Turn turn) {
        Question question = turn.question();
        List<MaskedText> earlier = question.earlier().stream().map(EarlierTurn::question).toList();
        return turn.untilStopped(Mono.justOrEmpty(tasks)
                .flatMap(writing -> writing.standalone(earlier, question.text(), turn.use()))
                .onErrorComplete(ModelUnavailable.class).flux())
                .next()
                .publishOn(search)
                .filter(text -> staysWith(text, question))
                .map(mask::mask)
                .filter(text -> screen.screen(text.withoutPlaceholders(), question.language()).isEmpty())
                .map(text -> context.rewritten(text, question.language()))
                .filter(reading -> policy.decide(reading.retrieval()) instanceof Verdict.AnswerIt);
    }

    private static boolean staysWith(String text, Question question) {
        Set<String> known = words(question.text().value()).collect(Collectors.toSet());
        question.earlier().forEach(turn -> words(turn.question().value()).forEach(known::add));
        List<String> words = words(text).toList();
        return !words.isEmpty()
                && words.stream().filter(known::contains).count() >= OWN_WORDS * words.size();
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= BEGINNING).map(word -> word.substring(0, BEGINNING));
    }
}
