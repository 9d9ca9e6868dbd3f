package se.lotsen.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom the organisation's sign-in has sent, with the account that is theirs here. */
final class OidcMember extends DefaultOidcUser {
    private static final long serialVersionUID = 1L;
    private final transient StaffMember member;

    OidcMember(OidcUser user, StaffMember member) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.member = member;
    }

    StaffMember member() {
        return member;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Without what the provider told. */
    @Override
    public String toString() {
        return member.toString();
    }
}
