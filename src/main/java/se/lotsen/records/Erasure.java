package se.lotsen.records;

/** What became of an officer's wish that a conversation be deleted; the text is {@code records.erasure.} and the name. */
enum Erasure {
    /** It is gone, but for the proof that it was. */
    DONE,
    /** A hold stands: it must be kept. */
    HELD,
    /** Somebody awaits a person, a person has it, a promise is not kept, or something is still to be told to others. */
    GOING_ON,
    /** A question is being answered just now. */
    ANSWERING
}
