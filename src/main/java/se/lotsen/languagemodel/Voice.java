package se.lotsen.languagemodel;

import reactor.core.publisher.Flux;

/**
 * Puts an answer into words. A voice says only what the passages it is given hold, one whole sentence at a time, each with
 * the passage it stands in; whoever asked decides what is released. It is never asked whether to answer.
 */
public interface Voice {

    /** A stable name for the record of an answer, such as {@code extractive}. */
    String name();

    /**
     * Whether its sentences are the passages' own statements, unchanged and known all at once: they can then be said in
     * the page's order, with what belongs to them in its place.
     */
    default boolean quotes() {
        return false;
    }

    /** The sentences in order; completes without any when the passages hold nothing that fits. */
    Flux<SpokenSentence> speak(VoiceRequest request);
}
