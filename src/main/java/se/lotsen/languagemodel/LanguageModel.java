package se.lotsen.languagemodel;

import reactor.core.publisher.Flux;

/**
 * A language model behind a wire. What it says is untrusted input: it can trigger nothing but text, and somebody else
 * checks that text. Whatever is handed to it is masked already.
 */
public interface LanguageModel {

    /** Provider and model, such as {@code ollama:gemma3}; recorded with each answer. Never blank. */
    String id();

    /**
     * The text in parts as they come. Completes only where the stream came to its own end; cancelling reaches the model.
     *
     * @param use whom the call is counted for, and where it is recorded
     * @return parts of any length; an error is always a {@link ModelUnavailable}
     */
    Flux<String> stream(Prompt prompt, ModelUse use);
}
