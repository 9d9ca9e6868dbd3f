package se.lotsen.answering;

import org.reactivestreams.Publisher;
import se.lotsen.languagemodel.ModelUse;

/**
 * One question on its way to its answer.
 *
 * @param use what it asks of the models
 * @param stop when it ends, no model is waited for any more
 */
record Turn(Question question, ModelUse use, Publisher<?> stop) {
}
