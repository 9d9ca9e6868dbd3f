package se.lotsen.staff;

import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may do. One person may have several roles; none includes another. */
public enum StaffRole {
    /** Takes over conversations. */
    AGENT,
    /** Leads the agents and looks after the accounts. */
    SUPERVISOR,
    /** Writes what the assistant knows, and publishes none of it. */
    WRITER,
    /** Publishes what others have written. */
    APPROVER,
    /** The editor-in-chief: looks after all that the assistant knows and how it answers. */
    EDITOR,
    /** The operator: looks after the service itself. */
    ADMIN,
    /** Sees who did what, and changes nothing. */
    AUDITOR,
    /** Answers for the municipality's records: keeps, releases and disposes of them. */
    RECORDS_OFFICER;

    /** For the audit log: the roles' codes, in their order here. */
    static String codes(Set<StaffRole> roles) {
        return roles.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }
}
