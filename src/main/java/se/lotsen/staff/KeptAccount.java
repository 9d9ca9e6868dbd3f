package se.lotsen.staff;

import org.jspecify.annotations.Nullable;

/**
 * An account with what stays in this room.
 *
 * @param passwordHash null until a password is set
 * @param identity issuer and subject of an account that the organisation's own sign-in has made
 * @param sessionMark a session that was begun under another mark has ended
 */
record KeptAccount(StaffAccount account, @Nullable String passwordHash, @Nullable String identity,
        int sessionMark) {

    /** Whether anybody can come in by it now. Public, as pages read it. */
    public boolean usable() {
        return account.active() && (passwordHash != null || identity != null);
    }

    /** Without the hash, which is nobody's to read. */
    @Override
    public String toString() {
        return "account " + account.id();
    }
}
