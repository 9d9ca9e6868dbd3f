package se.lotsen.languagemodel;

import reactor.core.publisher.Flux;

/**
 * Puts an answer into words of its own, where there is a model. It is never asked whether to answer, and nothing that it
 * says is released before it has been checked.
 */
public interface Writer {

    /**
     * Sentence by sentence, each as soon as it is whole; what is left unfinished at the end is not said.
     *
     * @return completes without a sentence where the model finds no answer; errors are {@link ModelUnavailable}; cancelling
     *         reaches the model
     */
    Flux<Utterance> write(VoiceRequest request, ModelUse use);
}
