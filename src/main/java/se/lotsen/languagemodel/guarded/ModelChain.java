package se.lotsen.languagemodel.guarded;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelStatus;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;

/**
 * The models in the order in which they are asked: the next one only where the one before has not said a word. All of them
 * spend one budget, which is asked before any of them. When the last one has failed, the question asks nothing more.
 */
final class ModelChain implements LanguageModel {
    private final List<GuardedLanguageModel> models;
    private final Budget budget;
    private final MeterRegistry meters;

    ModelChain(List<GuardedLanguageModel> models, Budget budget, MeterRegistry meters) {
        this.models = List.copyOf(models);
        this.budget = budget;
        this.meters = meters;
        meters.gauge("lotsen.model.tokens.left", budget, Budget::left);
    }

    /** The first model's id. */
    @Override
    public String id() {
        return models.getFirst().id();
    }

    @Override
    public Flux<String> stream(Prompt prompt, ModelUse use) {
        return Flux.defer(() -> use.isGivenUp()
                ? Flux.error(new ModelUnavailable(Reason.RESTING, null))
                : from(0, prompt, use));
    }

    private Flux<String> from(int number, Prompt prompt, ModelUse use) {
        GuardedLanguageModel model = models.get(number);
        boolean last = number + 1 == models.size();
        if (!last && !model.isAvailable()) {
            return from(number + 1, prompt, use);
        }
        Optional<Reason> refusal = budget.take(use.conversation(), prompt.estimatedTokens());
        if (refusal.isPresent()) {
            return recorded(model, prompt, use, Flux.error(new ModelUnavailable(refusal.get(), null)))
                    .doOnError(fault -> use.giveUp());
        }
        AtomicLong characters = new AtomicLong();
        return recorded(model, prompt, use, model.stream(prompt, use))
                .doOnNext(part -> characters.addAndGet(part.length()))
                .doFinally(signal -> budget.spend(use.conversation(),
                        characters.get() / Prompt.CHARACTERS_PER_TOKEN))
                .onErrorResume(ModelUnavailable.class, fault -> {
                    if (!fault.wasAsked()) {
                        budget.giveBack(use.conversation(), prompt.estimatedTokens());
                    }
                    if (characters.get() == 0 && !last) {
                        return from(number + 1, prompt, use);
                    }
                    use.giveUp();
                    return Flux.error(fault);
                });
    }

    private Flux<String> recorded(GuardedLanguageModel model, Prompt prompt, ModelUse use,
            Flux<String> parts) {
        return parts
                .doOnComplete(() -> record(model, prompt, use, "COMPLETE"))
                .doOnCancel(() -> record(model, prompt, use, "CANCELLED"))
                .doOnError(ModelUnavailable.class,
                        fault -> record(model, prompt, use, fault.reason().name()));
    }

    private void record(GuardedLanguageModel model, Prompt prompt, ModelUse use, String end) {
        use.ended(new ModelUse.Call(model.id(), prompt.name(), end));
        meters.counter("lotsen.model.calls", "model", model.id(), "end", end).increment();
    }

    ModelStatus status() {
        return new ModelStatus(models.stream().map(model -> new ModelStatus.Model(model.id(),
                model.isAvailable(), model.state(), model.lastFault().orElse(null))).toList(), budget.left());
    }
}
