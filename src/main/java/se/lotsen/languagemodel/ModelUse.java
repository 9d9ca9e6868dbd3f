package se.lotsen.languagemodel;

import java.util.ArrayList;
import java.util.List;
import io.micrometer.observation.Observation;

/**
 * What one question asks of the models. A question that has seen them fail asks nothing more of them: waiting for a second
 * deadline would help nobody. Safe for concurrent use.
 */
public final class ModelUse {
    private final String conversation;
    private final Observation within;
    private final List<Call> calls = new ArrayList<>();
    private boolean givenUp;

    /**
     * One call.
     *
     * @param model who was asked
     * @param prompt the prompt and its version
     * @param end {@code COMPLETE}, {@code CANCELLED}, or the reason of the failure
     */
    public record Call(String model, String prompt, String end) {
    }

    /** @param conversation whom the calls are counted for: a conversation's id, or any other stable name */
    public ModelUse(String conversation) {
        this(conversation, Observation.NOOP);
    }

    /** @param within the question's observation, which each call is a step of; {@link Observation#NOOP} where nobody watches */
    public ModelUse(String conversation, Observation within) {
        this.conversation = conversation;
        this.within = within;
    }

    /** What the calls are steps of. */
    public Observation within() {
        return within;
    }

    /** Whom the calls are counted for. */
    public String conversation() {
        return conversation;
    }

    /** Records a call that has ended. */
    public synchronized void ended(Call call) {
        calls.add(call);
    }

    /** Nothing more is asked for this question. */
    public synchronized void giveUp() {
        givenUp = true;
    }

    /** Whether nothing more is asked. */
    public synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** The calls so far, in the order in which they ended. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }
}
