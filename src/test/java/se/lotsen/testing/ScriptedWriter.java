package se.lotsen.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.ModelUnavailable;
import se.lotsen.languagemodel.ModelUnavailable.Reason;
import se.lotsen.languagemodel.ModelUse;
import se.lotsen.languagemodel.Utterance;
import se.lotsen.languagemodel.VoiceRequest;
import se.lotsen.languagemodel.Writer;

/** Writes what it was told to write, is recorded as a model would be, and knows whether it was asked and given up. */
public final class ScriptedWriter implements Writer {
    /** What a call of it is recorded as. */
    public static final String MODEL = "scripted:model";
    /** The prompt that it is recorded with. */
    public static final String PROMPT = "answer.sv@7";
    private final Supplier<Flux<Utterance>> script;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();

    private ScriptedWriter(Supplier<Flux<Utterance>> script) {
        this.script = script;
    }

    /** Writes these and ends. */
    public static ScriptedWriter writing(Utterance... utterances) {
        return streaming(() -> Flux.fromIterable(List.of(utterances)));
    }

    /** Writes these and fails as a model does. */
    public static ScriptedWriter failingAfter(Utterance... utterances) {
        return streaming(() -> Flux.fromIterable(List.of(utterances))
                .concatWith(Flux.error(new ModelUnavailable(Reason.TRUNCATED, null))));
    }

    /** Streams anew for each question. */
    public static ScriptedWriter streaming(Supplier<Flux<Utterance>> utterances) {
        return new ScriptedWriter(utterances);
    }

    /** A sentence that names its passage. */
    public static Utterance sentence(String text, Passage... cited) {
        return new Utterance(text, List.of(cited), null);
    }

    @Override
    public Flux<Utterance> write(VoiceRequest request, ModelUse use) {
        return Flux.defer(() -> {
            asked.incrementAndGet();
            return script.get().doOnComplete(() -> use.ended(new ModelUse.Call(MODEL, PROMPT, "COMPLETE")))
                    .doOnCancel(cancelled::incrementAndGet);
        });
    }

    /** How often it was asked. */
    public int asked() {
        return asked.get();
    }

    /** How often it was given up. */
    public int cancelled() {
        return cancelled.get();
    }
}
