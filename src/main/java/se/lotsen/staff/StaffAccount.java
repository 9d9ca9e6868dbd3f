package se.lotsen.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with enquiries. Passwords are no part of it.
 *
 * @param userName what they sign in with; unique whatever the case
 * @param displayName what colleagues and citizens call them
 * @param queues ids of the queues they take conversations from
 * @param languages two-letter codes of the languages they answer in
 * @param capacity how many conversations they take at the same time; 0 or more
 * @param disabledAt since when they may not sign in
 * @param version of the row; a change names the version it was made from
 */
public record StaffAccount(UUID id, String userName, String displayName, Set<StaffRole> roles,
        List<String> queues, List<String> languages, int capacity, Instant createdAt,
        @Nullable Instant disabledAt, int version) {
    /** Conversations at the same time, unless a supervisor says otherwise. */
    static final int USUAL_CAPACITY = 3;

    public StaffAccount {
        roles = Set.copyOf(roles);
        queues = List.copyOf(queues);
        languages = List.copyOf(languages);
    }

    /** Whether the person may sign in. */
    public boolean active() {
        return disabledAt == null;
    }

    /** The person, as controllers see them. */
    public StaffMember member() {
        return new StaffMember(id, displayName, roles);
    }
}
