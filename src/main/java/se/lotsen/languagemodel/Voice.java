package se.lotsen.languagemodel;

import reactor.core.publisher.Flux;

/**
 * Puts an answer into words. A voice says only what the passages it is given hold, one whole sentence at a time, each with
 * the passage it stands in; whoever asked decides what is released. It is never asked whether to answer.
 */
public interface Voice {

    /** A stable name for the record of an answer, such as {@code extractive}. */
    String name();

    /** The sentences in order; completes without any when the passages hold nothing that fits. */
    Flux<SpokenSentence> speak(VoiceRequest request);
}
