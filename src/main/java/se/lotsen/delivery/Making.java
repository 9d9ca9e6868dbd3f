package se.lotsen.delivery;

import java.util.List;

/** What became of an attempt to promise something. Only {@link Made} has stored anything. */
public sealed interface Making {

    /** It is promised, by this attempt or by the same one before. */
    record Made(Promise promise) implements Making {
    }

    /** The slot is full, over, or was never offered; these are left. */
    record SlotGone(List<Slot> left) implements Making {
    }

    /** Nobody could be reached by this contact. */
    record ContactRefused(Reason reason) implements Making {
    }

    /** What is wrong with a contact. */
    enum Reason {
        /** There is none. */
        MISSING,
        /** It is no telephone number of any country. */
        NOT_A_PHONE_NUMBER,
        /** It costs the caller, or belongs to a service: such a number is not called back. */
        PHONE_NUMBER_NOT_CALLED,
        /** It is no e-mail address. */
        NOT_AN_EMAIL_ADDRESS
    }
}
