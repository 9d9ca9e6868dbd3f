package se.lotsen.widget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sites that may show the chat in a frame. Each is an origin, with {@code https}, or with {@code http} on this machine;
 * a path or a wildcard is refused, as it would allow more than anybody has looked at.
 */
public final class AllowedSites {
    private static final String PORT = "(:\\d{1,5})?";
    private static final Pattern SITE = Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)*" + PORT
            + "|http://(localhost|127\\.0\\.0\\.1)" + PORT);

    private final List<String> sites;
    private final @Nullable String publicAddress;

    /** @throws SiteRefused when one of them is no such origin */
    AllowedSites(WidgetProperties properties) {
        this.sites = properties.sites().stream().map(String::strip).filter(site -> !site.isEmpty())
                .map(site -> origin("lotsen.widget.sites", site)).distinct().toList();
        String address = properties.publicAddress();
        this.publicAddress = address == null || address.isBlank()
                ? null
                : origin("lotsen.widget.public-address", address.strip());
    }

    private static String origin(String property, String value) {
        String site = value.toLowerCase(Locale.ROOT);
        if (!SITE.matcher(site).matches()) {
            throw new SiteRefused(property, value);
        }
        return site;
    }

    /** The other sites; empty when only our own pages show the chat. */
    public List<String> sites() {
        return sites;
    }

    /** Whether a browser's {@code Origin} is one of them, or this service's own public address. */
    public boolean admits(@Nullable String origin) {
        return origin != null && (sites.contains(origin) || origin.equals(publicAddress));
    }

    /** As the directive {@code frame-ancestors} of a content security policy takes it; our own pages come first. */
    public String frameAncestors() {
        return sites.isEmpty() ? "'self'" : "'self' " + String.join(" ", sites);
    }

    /** This service's origin, where somebody has set it. */
    Optional<String> publicAddress() {
        return Optional.ofNullable(publicAddress);
    }
}
