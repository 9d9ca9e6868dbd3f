package se.lotsen.insight;

/** What a daily total counts. {@code docs/insight.md} defines each; names stand in the database. */
enum Measure {
    /** Questions with an ending; the code is the {@link se.lotsen.conversation.AnswerOutcome}. */
    QUESTIONS,
    /** Of these, those after which the citizen asked for a person before asking anything else. */
    HANDED_OVER,
    /** Of these, those whose answer was found helpful. */
    HELPFUL,
    /** Of these, those whose answer was found not helpful. */
    NOT_HELPFUL,
    /** Questions that ask again, within 24 hours, what was not solved before; the code is their own outcome. */
    REPEATS,
    /** A conversation's questions of one day; the code is the {@link se.lotsen.conversation.ContactChannel}. */
    VISITS,
    /** Of these, those with an answer, without a person asked for and without a repeat. */
    SELF_SERVED,
    /** Of these, those with a question that was not solved. */
    UNSOLVED,
    /** Of the unsolved, those in which a person was asked for. */
    UNSOLVED_TO_PERSON,
    /** Citizens' requests for a person that are decided; the code is the queue, as for all that follow on waits. */
    OFFERED,
    /** Of these, those that an agent took within the goal. */
    IN_TIME,
    /** Of these, those that an agent took. */
    ACCEPTED,
    /** Open time that the accepted waited, together. */
    WAIT_SECONDS,
    /** The accepted by how long they waited; the code is the step's upper end in seconds. */
    WAIT_STEP,
    /** Waits that nobody came for. */
    TIMED_OUT,
    /** Waits that the citizen ended. */
    LEFT,
    /** Waits that closing time ended. */
    CLOSED,
    /** Citizens' scores; the code is the part and the score, such as {@code AGENT/4}. */
    SCORES,
    /** What staff think of answers; the code is the {@link se.lotsen.feedback.Mark}. */
    GRADES
}
