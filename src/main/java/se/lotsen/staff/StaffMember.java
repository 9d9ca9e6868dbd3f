package se.lotsen.staff;

import java.util.Set;
import java.util.UUID;
import se.lotsen.audit.Actor;

/**
 * The person who is signed in, as they are at this request: a controller of a guarded path takes it as an argument.
 *
 * @param id of the account
 * @param displayName what colleagues and citizens call them
 * @param roles as they are now, not as they were at sign-in
 */
public record StaffMember(UUID id, String displayName, Set<StaffRole> roles) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** Whether the person has the role. */
    public boolean is(StaffRole role) {
        return roles.contains(role);
    }

    /** As the audit log knows the person. */
    public Actor actor() {
        return new Actor(id.toString(), displayName);
    }
}
