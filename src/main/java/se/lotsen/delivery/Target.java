package se.lotsen.delivery;

import java.net.URI;
import java.util.Locale;

/** Which addresses are called: only those that an operator has configured, and only over https. */
final class Target {
    private Target() {
    }

    /** Refuses what is not https, unless it is this machine, and an address that holds a name and a password. */
    static void check(String property, URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https") || scheme.equals("http") && isLoopback(url.getHost());
        if (!secure || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    property + " must be an https address, or http on this machine, without a user");
        }
    }

    /** By its spelling: asking a name server would trust whoever answers. */
    private static boolean isLoopback(String host) {
        return host != null && (host.equals("localhost") || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}"));
    }
}
