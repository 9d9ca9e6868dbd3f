package se.lotsen.staff;

/** What somebody may do. One person may have several roles; none includes another. */
public enum StaffRole {
    /** Takes over conversations. */
    AGENT,
    /** Leads the agents and looks after the accounts. */
    SUPERVISOR,
    /** Looks after what the assistant knows. */
    EDITOR,
    /** Looks after the service itself. */
    OPERATOR
}
