package se.lotsen.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import se.lotsen.languagemodel.LanguageModel;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Prompt;

/** A language model that says what it was told to say, and remembers what it was asked. */
public final class ScriptedModel implements LanguageModel {
    private final String id;
    private final Function<Prompt, Flux<String>> script;
    private final boolean guarded;
    private final List<Prompt> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();

    private ScriptedModel(String id, Function<Prompt, Flux<String>> script) {
        this.id = id;
        this.script = script;
        this.guarded = false;
    }

    /** Writes what a function makes of the prompt; a failure ends the use of models, as the guarded model does. */
    public ScriptedModel(Function<Prompt, Flux<String>> script) {
        this.id = "scripted";
        this.script = script;
        this.guarded = true;
    }

    /** Parts, and then a stream that breaks off. */
    public static Flux<String> failing(String... first) {
        return Flux.just(first).concatWith(Flux.error(new ModelUnavailable(Reason.TRUNCATED, null)));
    }

    /** Says these parts and ends. */
    public static ScriptedModel saying(String... parts) {
        return streaming("scripted:model", () -> Flux.fromIterable(List.of(parts)));
    }

    /** Says these parts and fails. */
    public static ScriptedModel failing(Reason reason, String... parts) {
        return streaming("scripted:model", () -> Flux.fromIterable(List.of(parts))
                .concatWith(Flux.error(new ModelUnavailable(reason, null))));
    }

    /** Streams anew for each call. */
    public static ScriptedModel streaming(String id, Supplier<Flux<String>> parts) {
        return new ScriptedModel(id, prompt -> parts.get());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Flux<String> stream(Prompt prompt, ModelUse use) {
        return Flux.defer(() -> {
            asked.add(prompt);
            return script.apply(prompt).doOnCancel(cancelled::incrementAndGet).doOnError(fault -> {
                if (guarded) {
                    use.giveUp();
                }
            });
        });
    }

    /** Every prompt that was really sent, in order. */
    public List<Prompt> asked() {
        return new ArrayList<>(asked);
    }

    /** Calls that were given up by whoever asked. */
    public int cancelled() {
        return cancelled.get();
    }
}
