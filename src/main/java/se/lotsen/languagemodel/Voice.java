package se.lotsen.languagemodel;

import reactor.core.publisher.Flux;

/**
 * Answers with the passages' own statements, unchanged and known all at once; it needs nothing but the passages, so it is
 * always there. Whoever asked decides what is released. It is never asked whether to answer.
 */
public interface Voice {

    /** A stable name for the record of an answer, such as {@code extractive}. */
    String name();

    /** The sentences in order; completes without any when the passages hold nothing that fits. */
    Flux<SpokenSentence> speak(VoiceRequest request);
}
