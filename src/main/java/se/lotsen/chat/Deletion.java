package se.lotsen.chat;

/** Whether a citizen may delete a conversation before its time; the archive's rules decide, which each municipality sets. */
public enum Deletion {
    /** It is kept as long as any other. */
    OFF,
    /** It is gone at once, as after its time. */
    NOW,
    /** Nobody can open it from outside any more; the record keeps it until its time is over. */
    AT_END_OF_PERIOD;

    /** As in configuration and in the names of texts, such as {@code at-end-of-period}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
