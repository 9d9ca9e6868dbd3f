package se.lotsen.audit;

/** What a look at the whole chain has found. */
public sealed interface AuditVerdict {

    /**
     * Every entry is as it was written, none is missing, and what was noted outside is among them.
     *
     * @param entries how many there are
     * @param head the last of them
     */
    record Intact(long entries, AuditAnchor head) implements AuditVerdict {
    }

    /**
     * Somebody has changed the log.
     *
     * @param entry the id of the first entry at which it shows; 0 where there is none
     */
    record Broken(Fault fault, long entry) implements AuditVerdict {
    }

    /** How it shows. */
    enum Fault {
        /** The entry was changed, or one before it was removed or put elsewhere. */
        HASH,
        /** Entries behind this one are missing, or were added behind the chain's back. */
        END,
        /** The entry that was noted outside is missing or another one. */
        ANCHOR,
        /** A line of the file that is not what an export writes. */
        FORM
    }
}
