package se.lotsen.fetching;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be fetched, and how gently. Without any configuration nothing inside a network can be reached. Refuses an entry
 * of {@code allowPrivate} that is not {@code host:port}.
 *
 * @param hosts that may be asked beside the own host of whatever is imported
 * @param allowPrivate servers inside the organisation's network that may be asked, each as {@code host:port}
 * @param pause how long a host is left alone between two requests
 * @param timeLimit for one fetch with all its redirects
 * @param contact where whoever runs a web server finds out who asks; stands in the user agent
 */
@ConfigurationProperties("lotsen.importing")
public record FetchRules(@DefaultValue Set<String> hosts, @DefaultValue Set<String> allowPrivate,
        @DefaultValue("500ms") Duration pause, @DefaultValue("20s") Duration timeLimit,
        @DefaultValue("http://localhost:8080") URI contact) {
    public FetchRules {
        for (String entry : allowPrivate) {
            if (!entry.matches("(\\[[0-9a-fA-F:.]+]|[^\\s:/]+):\\d{1,5}")) {
                throw new IllegalArgumentException("lotsen.importing.allow-private needs host:port");
            }
        }
        if (pause.isNegative() || timeLimit.compareTo(Duration.ofMillis(100)) < 0) {
            throw new IllegalArgumentException(
                    "lotsen.importing.pause must not be negative and time-limit at least 100ms");
        }
    }

    String userAgent() {
        return "Lotsen/0.1 (+" + contact + ")";
    }

    boolean allowsHost(URI address, Set<String> own) {
        String host = bare(WebAddress.host(address));
        return own.stream().anyMatch(allowed -> bare(allowed).equals(host))
                || hosts.stream().anyMatch(allowed -> bare(allowed).equals(host));
    }

    boolean allowsPrivate(URI address) {
        String target = address.getHost() + ":" + WebAddress.port(address);
        return allowPrivate.stream().anyMatch(allowed -> allowed.equalsIgnoreCase(target));
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }
}
