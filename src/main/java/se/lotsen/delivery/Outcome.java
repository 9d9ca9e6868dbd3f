package se.lotsen.delivery;

/** What became of one attempt. Codes are ours, never a receiver's words. */
sealed interface Outcome {

    /** The receiver has it. */
    Outcome DELIVERED = new Delivered();

    /** The receiver has it. */
    record Delivered() implements Outcome {
    }

    /** Not now; another attempt may succeed. */
    record Failed(String code) implements Outcome {
    }

    /** Never: the receiver has said so. */
    record Refused(String code) implements Outcome {
    }
}
