package se.lotsen.testing;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import se.lotsen.knowledge.Passage;
import se.lotsen.languagemodel.SpokenSentence;
import se.lotsen.languagemodel.Voice;
import se.lotsen.languagemodel.VoiceRequest;

/** Says what it was told to say, from the request's first passage, and then ends or fails. */
public final class ScriptedVoice implements Voice {
    private final List<String> script;
    private final Flux<SpokenSentence> end;
    private final List<VoiceRequest> requests = new ArrayList<>();

    private ScriptedVoice(List<String> script, Flux<SpokenSentence> end) {
        this.script = script;
        this.end = end;
    }

    public static ScriptedVoice saying(String... sentences) {
        return new ScriptedVoice(List.of(sentences), Flux.empty());
    }

    public static ScriptedVoice failingAfter(String... sentences) {
        return new ScriptedVoice(List.of(sentences),
                Flux.error(new IllegalStateException("the voice broke")));
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Flux<SpokenSentence> speak(VoiceRequest request) {
        requests.add(request);
        Passage source = request.passages().getFirst().passage();
        return Flux.fromIterable(script).map(text -> new SpokenSentence(text, source)).concatWith(end);
    }

    /** What it was asked, in order. */
    public List<VoiceRequest> requests() {
        return List.copyOf(requests);
    }
}
