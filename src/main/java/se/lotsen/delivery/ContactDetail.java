package se.lotsen.delivery;

/** How to reach a citizen: a telephone number with its country code, or an e-mail address. */
public record ContactDetail(Kind kind, String value) {

    /** What is to be done with it. */
    public enum Kind {
        /** It is called. */
        PHONE,
        /** It is written to. */
        EMAIL
    }

    /** Deliberately without the value, so that a stray log statement cannot print it. */
    @Override
    public String toString() {
        return "ContactDetail[" + kind + "]";
    }
}
