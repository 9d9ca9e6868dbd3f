package se.lotsen.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;

/** Writes what a function makes of the prompt; a failure ends the use of models, as the guarded model does. */
public final class ScriptedModel implements LanguageModel {
    private final Function<Prompt, Flux<String>> script;
    private final List<Prompt> prompts = new ArrayList<>();

    public ScriptedModel(Function<Prompt, Flux<String>> script) {
        this.script = script;
    }

    public static Flux<String> failing(String... first) {
        return Flux.just(first)
                .concatWith(Flux.error(new ModelUnavailable(ModelUnavailable.Reason.TRUNCATED, null)));
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public Flux<String> stream(Prompt prompt, ModelUse use) {
        prompts.add(prompt);
        return script.apply(prompt).doOnError(fault -> use.giveUp());
    }

    /** What it was asked, in order. */
    public List<Prompt> prompts() {
        return List.copyOf(prompts);
    }
}
