package se.lotsen.fetching;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of the web in one form, read by one parser: what is checked is what is asked for. Refuses whatever two
 * parsers might read in two ways: user names, backslashes, control characters, hosts that are no names.
 */
public final class WebAddress {
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\\\\\p{Cntrl}]");
    private static final Pattern ESCAPES = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final int LONGEST = 2_000;

    private WebAddress() {
    }

    /** Without a fragment, scheme and host in lower case, other signs than ASCII escaped; empty when it is none. */
    public static Optional<URI> of(String text) {
        String address = text.strip();
        if (address.length() > LONGEST || AMBIGUOUS.matcher(address).find()) {
            return Optional.empty();
        }
        try {
            return plain(new URI(ESCAPES.matcher(address).replaceAll("%25").replace(" ", "%20")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An address as a page at {@code base} writes it. */
    public static Optional<URI> of(URI base, String text) {
        String relative = text.strip();
        if (relative.length() > LONGEST || AMBIGUOUS.matcher(relative).find()) {
            return Optional.empty();
        }
        try {
            return plain(
                    base.resolve(new URI(ESCAPES.matcher(relative).replaceAll("%25").replace(" ", "%20"))));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> plain(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null
                || uri.getRawUserInfo() != null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.empty();
        }
        int usual = scheme.equals("http") ? 80 : 443;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return Optional.of(new URI(new URI(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort()) + path
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())).toASCIIString()));
    }

    /** The port that is connected to. */
    static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : address.getScheme().equals("http") ? 80 : 443;
    }

    /** The host without the brackets of an IPv6 address. */
    static String host(URI address) {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
