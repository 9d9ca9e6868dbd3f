package se.lotsen.answering;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.WritingTasks;
import se.lotsen.privacy.MaskedText;
import se.lotsen.privacy.PersonalDataMask;
import se.lotsen.screening.QuestionScreen;
import se.lotsen.screening.Screened;
import se.lotsen.screening.ScreeningAction;

/**
 * Has a question from another language put into Swedish by a model. What it writes is searched with and held against the
 * rules, and nothing else: no citizen reads it.
 */
final class SwedishQuestions {
    private static final String SWEDISH = "sv";

    private final Optional<WritingTasks> tasks;
    private final PersonalDataMask mask;
    private final QuestionScreen screen;
    private final ConversationContext context;
    private final Scheduler search;

    SwedishQuestions(Optional<WritingTasks> tasks, PersonalDataMask mask, QuestionScreen screen,
            ConversationContext context, Scheduler search) {
        this.tasks = tasks;
        this.mask = mask;
        this.screen = screen;
        this.context = context;
        this.search = search;
    }

    /**
     * What the Swedish question leads to.
     *
     * @param screened a rule that it meets, which the question as it was typed did not; null for none
     * @param reading what is found for it; null where a rule ends it
     */
    record Understood(@Nullable Screened screened, @Nullable Reading reading) {
    }

    /** Whether a model is configured for it. */
    boolean areConfigured() {
        return tasks.isPresent();
    }

    /** Empty without a model, or when it fails or is stopped. Never a model's error. */
    Mono<Understood> of(Turn turn) {
        Question question = turn.question();
        return turn.untilStopped(Mono.justOrEmpty(tasks)
                .filter(writing -> !turn.use().isGivenUp())
                .flatMap(writing -> writing.inSwedish(question.text(), question.language(), turn.use()))
                .onErrorComplete(ModelUnavailable.class))
                .publishOn(search)
                .map(mask::mask)
                .map(text -> understood(text, question.language()));
    }

    private Understood understood(MaskedText text, String language) {
        // A greeting or a wish for a person is known in every language; a model may only make one up.
        return screen.screen(text.withoutPlaceholders(), language)
                .filter(met -> met.action() != ScreeningAction.GREETING
                        && met.action() != ScreeningAction.PERSON
                        && met.action() != ScreeningAction.THREAT && met.action() != ScreeningAction.ABUSE)
                .map(met -> new Understood(met, null))
                .orElseGet(() -> new Understood(null, context.rewritten(text, SWEDISH)));
    }
}
