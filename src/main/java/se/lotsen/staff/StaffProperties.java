package se.lotsen.staff;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff come in.
 *
 * @param idleTime a session that nobody has used for so long ends
 * @param longestSession a session ends so long after the sign-in, however much it is used; longer than a day's work
 * @param linkValidity how long a one-time link works
 * @param attemptsPerAccount to sign in under one user name, within the window
 * @param attemptsPerAddress to sign in from one address; higher, as an office shares one
 * @param attemptsWindow how long attempts are counted
 * @param address where staff reach the service, such as {@code https://fraga.lindakra.example}; only for the link in the
 *            log. If not set, this machine and port
 * @param weakWords words that make no password by themselves, such as the municipality's name
 * @param oidc the organisation's own sign-in
 */
@ConfigurationProperties("lotsen.staff")
record StaffProperties(@DefaultValue("30m") Duration idleTime, @DefaultValue("12h") Duration longestSession,
        @DefaultValue("1d") Duration linkValidity,
        @DefaultValue("10") int attemptsPerAccount, @DefaultValue("100") int attemptsPerAddress,
        @DefaultValue("15m") Duration attemptsWindow, @Nullable String address,
        @DefaultValue List<String> weakWords,
        @DefaultValue OidcProperties oidc) {
    StaffProperties {
        if (idleTime.isNegative() || idleTime.isZero()) {
            // Spring's store of sessions takes these for "never".
            throw new IllegalArgumentException("lotsen.staff.idle-time must be above zero");
        }
        if (longestSession.compareTo(idleTime) < 0) {
            throw new IllegalArgumentException(
                    "lotsen.staff.longest-session must not be shorter than lotsen.staff.idle-time");
        }
    }
}
